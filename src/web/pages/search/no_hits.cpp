#include "web/pages/search/no_hits.h"

#include "study/nct_id.h"
#include "web/pages/search/facet_column.h"
#include "web/pages/search/result_pager.h"
#include "web/study_request.h"

#include <algorithm>

namespace trialdex::web {

namespace {

using search::Expression;

constexpr std::size_t kMostParts = 24; // each costs two counts

std::string slice(std::string_view text, search::TextRange range) {
    const std::size_t begin = std::min(range.begin, text.size());
    return std::string(text.substr(begin, std::max(range.end, begin) - begin));
}

// The words of an unquoted term, as if each had been typed alone.
std::vector<Expression> single_words(const Expression& words) {
    std::vector<Expression> parts;
    for (std::size_t at = 0; at < words.text.size();) {
        const std::size_t end = std::min(words.text.find(' ', at), words.text.size());
        if (end > at) {
            Expression part = words;
            part.text = words.text.substr(at, end - at);
            parts.push_back(std::move(part));
        }
        at = end + 1;
    }
    return parts;
}

struct TextPart {
    std::string text;
    Expression expression;
};

// What a text consists of: the parts that AND joins, or the words of one term. One part: nothing to choose from.
std::vector<TextPart> parts_of_text(const AskedClause& clause, std::string_view& joint) {
    const Expression& whole = clause.clause.expression;
    std::vector<TextPart> parts;
    if (whole.kind == Expression::Kind::And && !clause.problem) {
        joint = " AND ";
        for (const Expression& part : whole.parts) parts.push_back({slice(clause.text, part.range), part});
    } else if (whole.kind == Expression::Kind::Words && !whole.quoted) {
        joint = " ";
        for (Expression& part : single_words(whole)) {
            std::string text = part.text;
            parts.push_back({std::move(text), std::move(part)});
        }
    }
    return parts;
}

void add_text_parts(std::vector<SearchPart>& parts, const Question& question, const AskedClause& clause) {
    std::string_view joint;
    const std::vector<TextPart> texts = parts_of_text(clause, joint);
    if (texts.size() < 2) {
        parts.push_back({clause.label, clause.text, clause.clause.expression, question.address.without(clause.name)});
        return;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::string rest;
        for (std::size_t j = 0; j < texts.size(); ++j) {
            if (j != i) rest += (rest.empty() ? "" : std::string(joint)) + texts[j].text;
        }
        parts.push_back({clause.label, texts[i].text, texts[i].expression, question.address.with(clause.name, rest)});
    }
}

// How many studies each part finds alone; nothing for choices.
Result<std::vector<std::optional<std::uint64_t>>>
counts_alone(const std::vector<SearchPart>& parts, const Question& question, const search::Searcher& searcher) {
    std::vector<Expression> expressions;
    for (const SearchPart& part : parts) {
        if (part.expression) expressions.push_back(*part.expression);
    }
    const auto counts = searcher.count(expressions, question.synonyms);
    if (!counts) return tl::unexpected(counts.error());
    std::vector<std::optional<std::uint64_t>> alone;
    std::size_t next = 0;
    for (const SearchPart& part : parts) {
        const bool is_counted = part.expression && next < counts->size();
        alone.push_back(is_counted ? std::optional((*counts)[next++]) : std::nullopt);
    }
    return alone;
}

Result<std::uint64_t> count_without(const SearchPart& part, const search::Searcher& searcher) {
    search::Query query = query_of(read_question(part.without));
    query.limit = 1;
    auto answer = searcher.search(query);
    if (!answer) return tl::unexpected(answer.error());
    return answer->total;
}

void row(Html& html, const SearchPart& part, const std::optional<std::uint64_t>& alone, std::uint64_t without) {
    html.open("tr").open("th", {{"scope", "row"}});
    html.element("span", part.label + ": ", {{"class", "kind"}}).text(part.text).close("th");
    html.element("td", alone ? total_in_words(*alone) : std::string("not counted alone"));
    html.open("td").text(total_in_words(without)).close("td").open("td");
    html.open("a", {{"href", part.without.href()}, {"rel", "nofollow"}}).text("Drop");
    html.element("span", " “" + part.text + "”", {{"class", "visually-hidden"}}).close("a").close("td").close("tr");
}

void unknown_number(Html& html, const Question& question) {
    const auto id = study::NctId::parse_lenient(question.address.get("q"));
    if (!id) return;
    html.open("p").text("This registry holds no record with the number " + id->text() +
                        ". The official registry may have it: ");
    html.external_link(official_record_url(*id), id->text() + " on ClinicalTrials.gov");
    html.text(".").close("p");
}

} // namespace

std::vector<SearchPart> parts_of(const Question& question) {
    std::vector<SearchPart> parts;
    for (const AskedClause& clause : question.clauses) add_text_parts(parts, question, clause);
    for (const search::Choice& choice : question.choices) {
        const schema::Facet* facet = schema::find_facet(choice.facet);
        if (!facet) continue;
        std::string text;
        for (const std::string& key : choice.keys) text += (text.empty() ? "" : " or ") + choice_label(*facet, key);
        parts.push_back(
            {std::string(facet->label), std::move(text), std::nullopt, question.address.without(choice.facet)});
    }
    return parts;
}

Result<void> no_hits(Html& html, const Question& question, const search::Searcher& searcher) {
    unknown_number(html, question);
    std::vector<SearchPart> parts = parts_of(question);
    if (parts.size() > kMostParts) parts.erase(parts.begin() + kMostParts, parts.end());
    if (parts.size() < 2) {
        html.open("p")
            .text("Try other or fewer words, or see ")
            .link("/search/help", "how to search")
            .text(".")
            .close("p");
        return {};
    }
    const auto alone = counts_alone(parts, question, searcher);
    if (!alone) return tl::unexpected(alone.error());
    html.element("h3", "Which part left nothing over");
    html.open("div", {{"class", "table"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", "Parts of the search"}});
    html.open("table").open("thead").open("tr").element("th", "Part", {{"scope", "col"}});
    html.element("th", "By itself", {{"scope", "col"}}).element("th", "The search without it", {{"scope", "col"}});
    html.element("th", "Change", {{"scope", "col"}}).close("tr").close("thead").open("tbody");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto without = count_without(parts[i], searcher);
        if (!without) return tl::unexpected(without.error());
        row(html, parts[i], (*alone)[i], *without);
    }
    html.close("tbody").close("table").close("div");
    return {};
}

} // namespace trialdex::web
