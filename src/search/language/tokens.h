// The text of an expression as tokens: words, phrases, punctuation, operators; backslashes resolved. A word is an
// operator only in capitals, and a bracket belongs to one only when it follows without a space.
#pragma once

#include "search/language/parse.h"

#include <string>
#include <string_view>
#include <vector>

namespace trialdex::search {

enum class TokenKind : std::uint8_t {
    Word,
    Phrase,
    Open,  // (
    Close, // )
    Comma,
    LeftBracket, // one that belongs to no operator
    RightBracket,
    And,
    Or,
    Not,
    Missing,
    All,
    Area, // from here on with an argument in brackets
    Search,
    Coverage,
    Expansion,
    Tilt,
    Range,
    Distance,
    End, // always the last
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text;   // Word, Phrase: without quotes and backslashes; with an argument: that, as written
    TextRange range;    // in the whole text, with quotes, brackets and all
    TextRange argument; // of operators with brackets: what stands between them
};

bool has_argument(TokenKind kind);

// The error of an odd number of quotes or of a bracket that is not closed.
tl::expected<std::vector<Token>, ParseError> tokens_of(std::string_view text);

// The operator that a word in capitals names when a bracket follows, End when it is none.
TokenKind operator_with_argument(std::string_view word);

} // namespace trialdex::search
