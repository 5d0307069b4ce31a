// Numbers as sponsors type them into results: all of them texts, and not all of them tidy.
#pragma once

#include "demo/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trialdex::demo {

enum class NumberStyle : std::uint8_t {
    Plain,
    NoLeadingZero, // ".5", "-.5"
    TrailingPoint, // "12."
    Thousands,     // "1,234"
};

// `value` counts units of the last decimal: 125 with one decimal is "12.5".
std::string number_text(int value, int decimals, NumberStyle style = NumberStyle::Plain);

// `total` as a sum of `parts` numbers, none below 0.
std::vector<int> split_count(int total, std::size_t parts, Random& random);

} // namespace trialdex::demo
