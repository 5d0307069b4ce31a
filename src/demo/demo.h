// Invented studies in the record form of ClinicalTrials.gov, for the first run and for the tests: every module, entity,
// code and rare case of the record, and nothing that could be taken for a real study. Pure functions, no I/O.
//
// Study `index` depends on nothing but its index and the seed, so a registry of 10 and one of 600,000 begin alike.
// Within the first kCoverage studies every node of the schema tables occurs, with every code that it can have; within
// the first kRareCycle every rare case that is large (1,000 sites, hundreds of events, texts at their limits).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialdex::demo {

// Numbers that the registry, which stands near NCT07 after 25 years, will not reach.
inline constexpr std::uint32_t kFirstNumber = 90'000'001;
inline constexpr std::uint32_t kFirstAliasNumber = 98'000'001;
inline constexpr std::uint64_t kMaxStudies = 999'000;

inline constexpr std::uint64_t kDefaultSeed = 1;
inline constexpr std::uint64_t kCoverage = 400;
inline constexpr std::uint64_t kRareCycle = 200;

// Brief and official titles end in this.
inline constexpr std::string_view kMark = " (invented)";
// The day on which all invented studies were "loaded": miscInfoModule.versionHolder.
inline constexpr std::string_view kDataDate = "2026-09-01";

// One study record as minified JSON. `index` counts from 0 and is below kMaxStudies.
std::string study_json(std::uint64_t index, std::uint64_t seed = kDefaultSeed);

} // namespace trialdex::demo
