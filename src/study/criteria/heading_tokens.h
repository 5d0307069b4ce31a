// The beginning of a line as words and signs, for reading it as a heading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::study {

struct HeadingToken {
    std::string text; // a word in small letters, or one sign: : ( ) . , / -
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_word = false;
    bool is_capital = false; // begins with a capital
};

// No heading is longer; a longer line is read up to here.
inline constexpr std::size_t kMaxHeadingBytes = 400;

// Escapes, emphasis and quotation marks are passed over; signs of wide scripts ("：") are read as ours.
std::vector<HeadingToken> heading_tokens(std::string_view line);

} // namespace trialdex::study
