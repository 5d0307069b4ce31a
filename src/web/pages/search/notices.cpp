#include "web/pages/search/notices.h"

#include "text/words.h"
#include "web/components/value.h"
#include "web/pages/search/limits.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

constexpr std::size_t kFormsNamed = 12;  // other names shown at once; some drugs have fifty
constexpr std::size_t kPlaceShown = 160; // bytes of a text on either side of the marked place

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The nearest start of a character at or before `at`.
std::size_t character_start(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
    return at;
}

void marked_place(Html& html, std::string_view text, search::TextRange range) {
    const std::size_t begin = character_start(text, range.begin);
    const std::size_t end = std::max(begin, character_start(text, range.end));
    const std::size_t from = character_start(text, begin > kPlaceShown ? begin - kPlaceShown : 0);
    const std::size_t to = character_start(text, end + kPlaceShown);
    html.open("p", {{"class", "query-place"}}).open("code");
    html.text(from > 0 ? "…" : "").text(text.substr(from, begin - from));
    html.element("span", " here: ", {{"class", "visually-hidden"}});
    html.element("mark", begin == end ? std::string_view("…") : text.substr(begin, end - begin));
    html.element("span", " end of the place ", {{"class", "visually-hidden"}});
    html.text(text.substr(end, to - end)).text(to < text.size() ? "…" : "");
    html.close("code").close("p");
}

void problem_notice(Html& html, const SearchAddress& address, const AskedClause& clause) {
    html.open("section", {{"class", "notice notice-reading"}});
    html.element("h2", clause.name == "q" ? std::string("Your search was read as plain words")
                                          : "“" + clause.label + "” was read as plain words");
    html.element("p", clause.problem->plain);
    marked_place(html, clause.text, clause.problem->range);
    if (!clause.problem->suggestion.empty()) {
        html.open("p").text("Did you mean ");
        html.link(address.with(clause.name, clause.problem->suggestion).href(), clause.problem->suggestion);
        html.text("?").close("p");
    }
    html.close("section");
}

bool is_same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// The names that were searched beside the phrase itself.
std::vector<std::string> other_names(const search::SynonymUse& use) {
    std::vector<std::string> names = use.forms;
    std::erase_if(names, [&](const std::string& name) { return is_same_name(name, use.phrase); });
    return names;
}

// Names have commas ("Infarction, Myocardial"), so semicolons stand between them.
void use_of(Html& html, std::string_view phrase, const std::vector<std::string>& names) {
    html.open("li").text("for “" + std::string(phrase) + "”: ");
    const std::size_t named = std::min(names.size(), kFormsNamed);
    for (std::size_t i = 0; i < named; ++i) html.text(i > 0 ? "; " : "").text(names[i]);
    if (named < names.size()) html.text("; and " + grouped(std::uint64_t{names.size() - named}) + " more");
    html.close("li");
}

// Words that a reader of the language would not take for its own: no operators, nothing within brackets.
class Mender {
public:
    explicit Mender(const search::Searcher& searcher) : searcher_(searcher) {}

    std::optional<std::string> mended(std::string_view text) {
        struct Change {
            std::size_t begin, end;
            std::string word;
        };
        std::vector<Change> changes;
        for (const text::Word& word : splitter_.split(text, text::Markup::Plain)) {
            const std::string_view written = text.substr(word.begin, word.end - word.begin);
            if (word.joined || looked_up_ == kMostSpelled || !is_plain(text, word.begin, written)) continue;
            ++looked_up_;
            auto better = searcher_.spelling(word.folded);
            if (better) changes.push_back({word.begin, word.end, std::move(*better)});
        }
        if (changes.empty()) return std::nullopt;
        std::string out(text);
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
            out.replace(change->begin, change->end - change->begin, change->word);
        }
        return out;
    }

private:
    static bool is_plain(std::string_view text, std::size_t at, std::string_view word) {
        constexpr std::array<std::string_view, 5> kOperators = {"AND", "OR", "NOT", "ALL", "MISSING"};
        if (std::find(kOperators.begin(), kOperators.end(), word) != kOperators.end()) return false;
        const std::size_t open = text.substr(0, at).rfind('[');
        const std::size_t close = text.substr(0, at).rfind(']');
        const bool is_inside = open != std::string_view::npos && (close == std::string_view::npos || close < open);
        return !is_inside && text.substr(at + word.size(), 1) != "[";
    }

    const search::Searcher& searcher_;
    text::Splitter splitter_;
    std::size_t looked_up_ = 0;
};

} // namespace

void reading_notices(Html& html, const Question& question) {
    for (const AskedClause& clause : question.clauses) {
        if (clause.problem) problem_notice(html, question.address, clause);
    }
    if (question.remarks.empty()) return;
    html.open("section", {{"class", "notice notice-reading"}})
        .element("h2", "Part of the search was left out")
        .open("ul");
    for (const std::string& remark : question.remarks) html.element("li", remark);
    html.close("ul").close("section");
}

void synonyms_used(Html& html, const Question& question, const std::vector<search::SynonymUse>& uses) {
    if (!question.synonyms) {
        if (!question.has_words()) return;
        html.open("p", {{"class", "synonyms"}}).text("Only your own words were searched. ");
        html.link(question.address.without(kSynonymsParameter).href(), "Search other names as well").close("p");
        return;
    }
    Html list;
    for (const search::SynonymUse& use : uses) {
        const std::vector<std::string> names = other_names(use);
        if (!names.empty()) use_of(list, use.phrase, names);
    }
    if (list.is_empty()) return;
    html.open("div", {{"class", "synonyms"}}).element("h3", "Also searched").open("ul").append(list).close("ul");
    html.link(question.address.with(kSynonymsParameter, "off").href(), "Search only my words").close("div");
}

std::optional<Spelling> better_spelling(const Question& question, const search::Searcher& searcher) {
    Mender mender(searcher);
    Spelling spelling{question.address, {}};
    for (const AskedClause& clause : question.clauses) {
        if (!clause.box) continue;
        const auto mended = mender.mended(clause.text);
        if (!mended) continue;
        spelling.address = spelling.address.with(clause.name, *mended);
        spelling.text += (spelling.text.empty() ? "" : ", ") + *mended;
    }
    return spelling.text.empty() ? std::nullopt : std::optional(std::move(spelling));
}

void spelling_help(Html& html, const Question& question, const search::Searcher& searcher) {
    const auto spelling = better_spelling(question, searcher);
    if (!spelling) return;
    html.open("p", {{"class", "spelling"}}).text("Did you mean ");
    html.link(spelling->address.href(), spelling->text).text("?").close("p");
}

} // namespace trialdex::web
