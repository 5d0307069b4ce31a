// Who may join, by age: limits as the registry writes them, and the life stages that they touch.
#pragma once

#include "demo/plan/plan.h"

#include <string_view>
#include <vector>

namespace trialdex::demo {

struct Ages {
    std::string_view minimum; // "18 Years"; empty when there is no limit
    std::string_view maximum;
};

Ages ages_of(const Plan& plan);
std::vector<std::string_view> life_stages(const Ages& ages); // codes of StandardAge
int years_in(std::string_view age);                          // whole years in "6 Months": 0

} // namespace trialdex::demo
