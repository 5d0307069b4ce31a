#include "web/components/glossary.h"

#include "study/criteria/quantities.h"
#include "web/components/glossary_table.h"
#include "web/components/web_links.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace trialdex::web {

namespace {

constexpr std::size_t kMaxButton = 24;   // bytes: what fits beside other words on a phone's line
constexpr std::size_t kMaxGlue = 8;      // bytes
constexpr std::size_t kMaxHeld = 20;     // bytes of a quantity that does not break: "≥ 25 kg/m²", "within 3 half-lives"
constexpr std::size_t kMaxTermWord = 40; // bytes; the longest first word of a term has 19

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_word_byte(char c) {
    return (c >= '0' && c <= '9') || (small(c) >= 'a' && small(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_word_byte(text[at])) ++at;
    return at;
}

std::string small_word(std::string_view word) {
    std::string result(word);
    for (char& c : result) c = small(c);
    return result;
}

// The forms by their first word; each list keeps the order of the table, longer forms first.
class FormsByWord {
public:
    FormsByWord() {
        for (const GlossaryForm& form : glossary_forms()) {
            const std::string_view word = form.form.substr(0, word_end(form.form, 0));
            forms_[small_word(word)].push_back(&form);
            lengths_[static_cast<unsigned char>(small(word[0]))] |= bit_of(word);
        }
    }

    // Null when no form begins with `word`.
    const std::vector<const GlossaryForm*>* find(std::string_view word) const {
        if (word.size() > kMaxTermWord) return nullptr;
        // Nine words of ten end here: no form begins with such a letter and is so long.
        if ((lengths_[static_cast<unsigned char>(small(word[0]))] & bit_of(word)) == 0) return nullptr;
        const auto found = forms_.find(small_word(word));
        return found == forms_.end() ? nullptr : &found->second;
    }

private:
    static std::uint64_t bit_of(std::string_view word) { return std::uint64_t{1} << word.size(); }

    std::unordered_map<std::string, std::vector<const GlossaryForm*>> forms_;
    std::array<std::uint64_t, 256> lengths_{}; // by first letter: a bit for each length of a word
};

const FormsByWord& forms_by_word() {
    static const FormsByWord kForms;
    return kForms;
}

bool stands_at(const GlossaryForm& form, std::string_view text, std::size_t at) {
    const std::size_t end = at + form.form.size();
    if (end > text.size() || (end < text.size() && is_word_byte(text[end]))) return false;
    for (std::size_t i = 0; i < form.form.size(); ++i) {
        const char c = text[at + i];
        if ((form.as_written ? c : small(c)) != form.form[i]) return false;
    }
    return true;
}

// Whether a term stands partly inside the quantity.
bool is_cut(const std::vector<TermFound>& terms, const study::TextRange& quantity) {
    auto term = std::lower_bound(terms.begin(), terms.end(), quantity.begin,
                                 [](const TermFound& found, std::size_t at) { return found.end <= at; });
    for (; term != terms.end() && term->begin < quantity.end; ++term) {
        if (term->begin < quantity.begin || term->end > quantity.end) return true;
    }
    return false;
}

// A button does not break over lines, and lines break on both sides of it. So a long term has its last words as the
// button, and what stands glued to a term, a bracket or a comma, is held to it.
std::size_t button_begin(std::string_view text, const TermFound& term) {
    if (term.end - term.begin <= kMaxButton) return term.begin;
    for (std::size_t at = term.end - kMaxButton; at < term.end; ++at) {
        if (text[at - 1] == ' ') return at;
    }
    return term.begin;
}

std::size_t glued_before(std::string_view text, std::size_t at, std::size_t limit) {
    std::size_t begin = at;
    while (begin > limit && text[begin - 1] != ' ') --begin;
    return at - begin <= kMaxGlue ? begin : at;
}

std::size_t glued_behind(std::string_view text, std::size_t at, std::size_t limit) {
    std::size_t end = at;
    while (end < limit && text[end] != ' ') ++end;
    return end - at <= kMaxGlue ? end : at;
}

// `words` are shown; the whole term is what a screen reader says.
void button(Html& html, std::string_view words, std::string_view term, std::string_view note) {
    if (words == term) {
        html.element("button", words, {{"type", "button"}, {"class", "term-button"}, {"popovertarget", note}});
    } else {
        html.element("button", words,
                     {{"type", "button"}, {"class", "term-button"}, {"popovertarget", note}, {"aria-label", term}});
    }
}

std::string anchor_of(std::uint16_t term) { return "term-" + std::to_string(term + 1); }

} // namespace

std::vector<TermFound> find_terms(std::string_view plain) {
    std::vector<TermFound> found;
    const FormsByWord& forms = forms_by_word();
    for (std::size_t at = 0; at < plain.size();) {
        if (!is_word_byte(plain[at])) {
            ++at;
            continue;
        }
        const std::size_t end = word_end(plain, at);
        std::size_t next = end;
        if (const auto* entry = forms.find(plain.substr(at, end - at))) {
            for (const GlossaryForm* form : *entry) {
                if (!stands_at(*form, plain, at)) continue;
                next = at + form->form.size();
                found.push_back({at, next, form->term});
                break;
            }
        }
        at = next;
    }
    return found;
}

ExplainedText::ExplainedText() : is_explained_(glossary_terms().size(), false) {}

void ExplainedText::write(Html& html, std::string_view plain) {
    // Inside an address nothing is a term or a quantity.
    if (plain.find("://") != std::string_view::npos || plain.find("www.") != std::string_view::npos) {
        return text_with_links(html, plain);
    }
    std::vector<TermFound> terms = find_terms(plain);
    std::erase_if(terms, [&](const TermFound& found) {
        if (is_explained_[found.term]) return true;
        is_explained_[found.term] = true;
        order_.push_back(found.term);
        return false;
    });
    std::size_t at = 0;
    for (const study::TextRange& quantity : study::find_quantities(plain)) {
        // "6-minute walk test" is a term, "1.5 × ULN" a quantity with a term in it.
        if (is_cut(terms, quantity)) continue;
        piece(html, plain, terms, at, quantity.begin);
        const bool is_short = quantity.end - quantity.begin <= kMaxHeld;
        html.open("span", {{"class", is_short ? "quantity held" : "quantity"}});
        piece(html, plain, terms, quantity.begin, quantity.end);
        html.close("span");
        at = quantity.end;
    }
    piece(html, plain, terms, at, plain.size());
}

// From `begin` to `end`, where no term crosses the ends.
void ExplainedText::piece(Html& html, std::string_view plain, const std::vector<TermFound>& terms, std::size_t begin,
                          std::size_t end) {
    auto next = std::lower_bound(terms.begin(), terms.end(), begin,
                                 [](const TermFound& term, std::size_t at) { return term.begin < at; });
    for (; next != terms.end() && next->end <= end; ++next) {
        const std::size_t held_from = button_begin(plain, *next);
        const bool is_whole = held_from == next->begin;
        const std::size_t glue = is_whole ? glued_before(plain, next->begin, begin) : held_from;
        const auto following = std::next(next);
        const std::size_t limit = following == terms.end() ? end : std::min(end, following->begin);
        const std::size_t glue_end = glued_behind(plain, next->end, limit);
        if (is_whole) {
            html.text(plain.substr(begin, glue - begin));
        } else {
            html.text(plain.substr(begin, next->begin - begin));
            html.element("span", plain.substr(next->begin, held_from - next->begin), {{"class", "term"}});
        }
        html.open("span", {{"class", "held"}}).text(plain.substr(glue, held_from - glue));
        button(html, plain.substr(held_from, next->end - held_from), plain.substr(next->begin, next->end - next->begin),
               anchor_of(next->term));
        html.text(plain.substr(next->end, glue_end - next->end)).close("span");
        begin = glue_end;
    }
    html.text(plain.substr(begin, end - begin));
}

void ExplainedText::explanations(Html& html) const {
    if (order_.empty()) return;
    html.open("div", {{"class", "term-notes"}});
    for (const std::uint16_t number : order_) {
        const GlossaryTerm& term = glossary_terms()[number];
        html.open("div", {{"id", anchor_of(number)}, {"class", "term-note"}, {"popover", "auto"}});
        html.element("strong", term.term).text(": ").text(term.explanation).close("div");
    }
    html.close("div");
}

} // namespace trialdex::web
