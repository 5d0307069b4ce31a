// What can be wrong with an expression: each error in the contract's words (programs match on them), in plain words
// for people, with its place, and with the whole expression mended where we can guess what was meant.
#pragma once

#include "search/language/parse.h"

#include <span>
#include <string>
#include <string_view>

namespace trialdex::search {

template <class T> using Parsed = tl::expected<T, ParseError>;

inline constexpr std::string_view kNothingInside = "inner bool query clause cannot be null";

ParseError too_long();
ParseError too_deep(TextRange range);
ParseError unclosed_quote(std::string_view text, std::size_t quote);
// `head` is the operator with its opening bracket.
ParseError unclosed_bracket(std::string_view text, TextRange head);
// `open` is the first parenthesis that is not closed, of `count`.
ParseError unclosed_group(std::string_view text, std::size_t open, std::size_t count);
// Nothing stands where a term must. `range`: the empty parentheses or the operator in front; `mended` as a whole.
ParseError nothing_inside(TextRange range, std::string mended);
// A token where none or another belongs; `found` as written.
ParseError unexpected(std::string_view text, TextRange found);
ParseError raw_bracket(std::string_view text, TextRange bracket, std::string_view word_before);

// A wrong argument of an operator: `detail` in the contract's words, `plain` says what it takes, `nearest` may be
// empty.
ParseError wrong_argument(std::string_view text, TextRange argument, std::string detail, std::string plain,
                          std::string_view nearest);
ParseError unknown_name(std::string_view text, TextRange argument);
// A word that is no value of a typed piece.
ParseError not_a_code(std::string_view text, TextRange word, const schema::Node& node);
ParseError not_a_truth_value(std::string_view text, TextRange word, const schema::Node& node);
ParseError not_on_the_line(TextRange word, std::string_view word_text, const schema::Node& node);
ParseError no_words_here(TextRange word, const schema::Node& node);
ParseError not_a_count(TextRange word, std::string_view word_text, const schema::Node& node);

ParseError no_range_here(TextRange range, const Scope& scope);
ParseError no_bounds(TextRange range);
ParseError no_distance_here(TextRange range, const Scope& scope);
ParseError not_a_circle(TextRange range, std::string_view argument);
ParseError nested_search(TextRange range);

// Small tools that all parts of the language share.
bool is_space(char c);
std::string_view trimmed(std::string_view text);
std::string_view slice(std::string_view text, TextRange range);
std::string replaced(std::string_view text, TextRange range, std::string_view by);

} // namespace trialdex::search
