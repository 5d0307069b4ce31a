// Why something was not taken: the sentences that more than one reader needs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialdex::ingest {

inline constexpr std::string_view kReasonCutOff = "the record is cut off: the input ends in the middle of it";
inline constexpr std::string_view kReasonNoRecords = "holds no records";

std::string reason_too_long(std::uint64_t bytes, std::uint64_t limit);

// "1,234,567"
std::string grouped(std::uint64_t number);

// A name from outside, fit for a terminal: control characters and broken UTF-8 as "?", and not endless.
std::string printable(std::string_view name);

} // namespace trialdex::ingest
