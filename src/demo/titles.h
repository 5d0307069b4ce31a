// The titles of an invented study, marked as such, and as long as the registry allows now and then.
#pragma once

#include "demo/plan/plan.h"

#include <string>

namespace trialdex::demo {

// The registry's limits, in characters.
inline constexpr std::size_t kBriefTitleLimit = 300;
inline constexpr std::size_t kOfficialTitleLimit = 600;

std::string brief_title(const Plan& plan);
std::string official_title(const Plan& plan);
std::string acronym(const Plan& plan); // empty for most studies

} // namespace trialdex::demo
