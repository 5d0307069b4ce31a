// How much each aspect is to count, as people and programs write it: "condition:2,design:0".
#pragma once

#include "related/related.h"

#include <string_view>

namespace trialdex::related {

inline constexpr double kMostEmphasis = 100;

// Pairs of an aspect's id and a number from 0 to kMostEmphasis, separated by comma or pipe; aspects that are not named
// count as usual. InvalidInput, naming the part that cannot be read.
Result<Emphasis> parse_emphasis(std::string_view text);

} // namespace trialdex::related
