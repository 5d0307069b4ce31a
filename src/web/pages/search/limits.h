// How much one search may ask of the site.
#pragma once

#include <cstddef>
#include <cstdint>

namespace trialdex::web {

inline constexpr std::size_t kLongestText = 8'000; // bytes in one box; the longest published strategies have some 6,000
inline constexpr std::size_t kLongestLinked = 12'000; // bytes of an address that each of a hundred choices repeats
inline constexpr std::size_t kLongestKey = 300;       // bytes of a chosen facet value; MeSH terms end at 110
inline constexpr std::size_t kMostChoices = 60;       // facet values chosen at once
inline constexpr std::uint64_t kDeepestPage = 1'000'000;
inline constexpr std::uint32_t kUsualPageSize = 20;
inline constexpr std::uint32_t kLargestPageSize = 100;
inline constexpr std::uint64_t kFewHits = 10;   // below it the search is widened
inline constexpr std::size_t kMostSpelled = 20; // words looked up for spelling help

} // namespace trialdex::web
