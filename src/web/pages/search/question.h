// What an address asks, read: its clauses with their expressions, the choices, and what could not be used and why.
#pragma once

#include "search/language/parse.h"
#include "search/search.h"
#include "web/pages/search/parameters.h"
#include "web/pages/search/search_address.h"

#include <optional>
#include <string>
#include <vector>

namespace trialdex::web {

struct AskedClause {
    std::string name;     // parameter: "cond"
    std::string label;    // "Condition or disease"
    std::string text;     // as typed; of ranges and distances in words: "January 2020 to 2022"
    std::string language; // the whole clause in the expression language, for reports and the API
    search::Clause clause;
    const SearchBox* box = nullptr;            // of words
    std::optional<search::ParseError> problem; // the text was read as plain words, and why
};

struct Question {
    SearchAddress address;
    std::vector<AskedClause> clauses;
    std::vector<search::Choice> choices;
    std::optional<search::Expression::Circle> near;
    std::vector<std::string> remarks; // sentences: what was left out of the search
    bool synonyms = true;

    bool has_words() const; // something that an order by relevance can go by
};

Question read_question(const SearchAddress& address);

// The clauses and choices as a query; no order, no page, no facets.
search::Query query_of(const Question& question);

// The text as words that no reader of the language can stumble on.
std::string plain_words(std::string_view text);

} // namespace trialdex::web
