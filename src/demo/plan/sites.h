// Where a study takes place: mostly one or a few sites, now and then a thousand.
#pragma once

#include <string>
#include <vector>

namespace trialdex::demo {

struct Plan;
struct Site;

std::vector<Site> sites_of(const Plan& plan);

} // namespace trialdex::demo
