// Numbers in a text that say how much, how old or how long: "≥ 18 years", "< 1.5 × ULN", "within 28 days",
// "7.0-10.5 %".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace trialdex::study {

// Bytes of the text.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// In order, none inside another. A number counts with a unit, with a sign of comparison, or as an age ("aged 18 or
// older"); "type 2", "CYP3A4" and "part 1" do not. `plain` has no escapes and no entities.
std::vector<TextRange> find_quantities(std::string_view plain);

} // namespace trialdex::study
