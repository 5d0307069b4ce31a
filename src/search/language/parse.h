// The expression language of ClinicalTrials.gov: text → Expression, or an error in the contract's words that also knows
// its place and a way out.
#pragma once

#include "search/language/expression.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace trialdex::search {

// Named limits; both are errors of their own, never a crash.
inline constexpr std::size_t kMaxExpressionBytes = 64 * 1024;
inline constexpr std::size_t kMaxExpressionDepth = 200;

struct ParseError {
    std::string detail;     // the contract's wording, what follows "Error parsing query in <where>: "
    std::string plain;      // the same in plain words, for the site
    std::string suggestion; // the whole expression corrected, one that parses; empty when we have none
    TextRange range;        // the place in the text
};

// Parses `text` with `area` as the default scope (see schema::search_areas()); `node` instead of it for query.lead.
// Empty or blank text is an error ("inner bool query clause cannot be null").
tl::expected<Expression, ParseError> parse(std::string_view text, Scope default_scope);

// What a person typed into a box: the language when it parses, otherwise the words of it. Never fails: characters that
// mean nothing to the language are words or separators. `as_language` tells which reading was taken. Typographic
// quotation marks are quotation marks; blank text is every study.
struct Reading {
    Expression expression;
    bool as_language = true;
    ParseError problem; // why the language did not take it, when as_language is false
};
Reading read_as_typed(std::string_view text, Scope default_scope);

// The area of that name, or nullptr.
const schema::SearchArea* find_area(std::string_view name);

} // namespace trialdex::search
