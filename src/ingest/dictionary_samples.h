// Typical records from across the input, for the store's compression dictionary: the first thousand alone would be the
// oldest studies of the registry, which look unlike the rest.
#pragma once

#include "ingest/record_source.h"

#include <span>
#include <string>
#include <vector>

namespace trialdex::ingest {

inline constexpr std::size_t kWantedSamples = 1000;
inline constexpr std::size_t kMinSamples = 50; // fewer make a dictionary that does more harm than good
inline constexpr std::size_t kMaxSampleBytes = 32U << 20;

// Texts of checked records. Looks only at what can be read twice: none come from pipes.
std::vector<std::string> sample_records(std::span<const std::string> arguments, const ReadLimits& limits);

} // namespace trialdex::ingest
