#include "web/pages/search/question.h"

#include "schema/facets.h"
#include "search/language/parse.h"
#include "study/nct_id.h"
#include "web/components/value.h"
#include "web/pages/search/limits.h"
#include "web/pages/search/typed_clauses.h"

#include <algorithm>

namespace trialdex::web {

namespace {

using search::Expression;

std::string scoped(const SearchBox& box, std::string_view text) {
    return "AREA[" + std::string(box.area.empty() ? box.piece : box.area) + "](" + std::string(text) + ")";
}

search::Scope scope_of(const SearchBox& box) {
    if (box.area.empty()) return {nullptr, schema::find_piece(box.piece)};
    return {search::find_area(box.area), nullptr};
}

// A list of study numbers, as pasted from a table, means any of them: "NCT1 OR NCT2". Empty for any other text.
std::string any_of_ids(std::string_view text) {
    std::string joined;
    std::size_t ids = 0;
    constexpr std::string_view kBetween = " ,;|\t\r\n";
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find_first_of(kBetween));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (word.empty()) continue;
        const auto id = study::NctId::parse_lenient(word);
        if (!id) return {};
        joined += (ids++ > 0 ? " OR " : "") + id->text();
    }
    return ids > 1 ? joined : std::string();
}

void add_words(Question& question, const SearchBox& box, std::string_view text) {
    if (text.size() > kLongestText) {
        question.remarks.push_back("“" + std::string(box.label) + "” is longer than " +
                                   grouped(std::uint64_t{kLongestText}) + " bytes and was left out.");
        return;
    }
    const std::string ids = any_of_ids(text);
    search::Reading reading = search::read_as_typed(ids.empty() ? text : ids, scope_of(box));
    AskedClause clause;
    clause.name = box.name;
    clause.label = box.label;
    clause.text = text;
    clause.language = scoped(box, reading.as_language ? (ids.empty() ? text : ids) : plain_words(text));
    clause.clause = {std::move(reading.expression), true};
    clause.box = &box;
    if (!reading.as_language) clause.problem = std::move(reading.problem);
    question.clauses.push_back(std::move(clause));
}

void add_choices(Question& question) {
    std::size_t chosen = 0;
    for (const auto& [name, key] : question.address.parameters()) {
        if (!schema::find_facet(name)) continue;
        if (++chosen > kMostChoices) {
            question.remarks.push_back("Only the first " + std::to_string(kMostChoices) + " choices were used.");
            return;
        }
        if (key.size() > kLongestKey) {
            question.remarks.emplace_back("A choice that is too long to be one was left out.");
            continue;
        }
        if (question.choices.empty() || question.choices.back().facet != name) question.choices.push_back({name, {}});
        question.choices.back().keys.push_back(key);
    }
}

bool has_scored_words(const Expression& expression) {
    if (expression.kind == Expression::Kind::Words) return true;
    return std::any_of(expression.parts.begin(), expression.parts.end(), has_scored_words);
}

} // namespace

bool Question::has_words() const {
    return std::any_of(clauses.begin(), clauses.end(), [](const AskedClause& asked) {
        return asked.clause.scored && has_scored_words(asked.clause.expression);
    });
}

std::string plain_words(std::string_view text) {
    std::string words;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n()[]\",\\", i), text.size());
        std::string word(text.substr(i, end - i));
        i = end + 1;
        if (word.empty()) continue;
        constexpr std::string_view kOperators[] = {"AND", "OR", "NOT", "ALL", "MISSING"};
        if (std::find(std::begin(kOperators), std::end(kOperators), word) != std::end(kOperators)) word.insert(0, "\\");
        words += (words.empty() ? "" : " ") + word;
    }
    return words;
}

Question read_question(const SearchAddress& address) {
    Question question;
    question.address = address;
    question.synonyms = address.get(kSynonymsParameter) != "off";
    for (const SearchBox& box : search_boxes()) {
        if (const std::string_view text = address.get(box.name); !text.empty()) add_words(question, box, text);
    }
    add_typed_clauses(question);
    add_choices(question);
    return question;
}

search::Query query_of(const Question& question) {
    search::Query query;
    query.clauses.reserve(question.clauses.size());
    for (const AskedClause& asked : question.clauses) query.clauses.push_back(asked.clause);
    query.choices = question.choices;
    query.near = question.near;
    query.synonyms = question.synonyms;
    return query;
}

} // namespace trialdex::web
