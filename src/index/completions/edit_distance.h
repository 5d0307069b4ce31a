// How many slips lie between two words: letters put in, left out, replaced, or swapped with their neighbour.
#pragma once

#include <string_view>

namespace trialdex::index {

// The distance, or limit + 1 for any larger one.
unsigned edit_distance(std::u32string_view a, std::u32string_view b, unsigned limit);

} // namespace trialdex::index
