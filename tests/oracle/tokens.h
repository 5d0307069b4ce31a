// The tokens of an expression: words, phrases, brackets and operators.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace trialdex::oracle {

struct Token {
    enum class Kind { Word, Phrase, Open, Close, Comma, And, Or, Not, All, Missing, Bracket, End };
    Kind kind = Kind::End;
    std::string text;     // Word, Phrase: without backslashes; Bracket: the operator's name
    std::string argument; // Bracket: what stands between [ and ]
};

// Ends with an End token. Fails on an odd quote and on a bracket that belongs to no operator.
tl::expected<std::vector<Token>, std::string> tokens(std::string_view text);

} // namespace trialdex::oracle
