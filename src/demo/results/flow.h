// How the participants went through the study, period by period: who completes one period starts the next. The safety
// tables must know of the deaths, so that the numbers agree.
#pragma once

#include "demo/plan/plan.h"

#include <span>
#include <string_view>
#include <vector>

namespace trialdex::demo {

struct Period {
    std::string_view title;
    std::vector<int> started;              // for each group
    std::vector<std::vector<int>> reasons; // for each group, how many left for each of leaving_reasons()

    int left(std::size_t group) const;
};

std::vector<Period> flow_of(const Plan& plan);
std::span<const std::string_view> leaving_reasons();
int deaths_in(const std::vector<Period>& flow, std::size_t group);

} // namespace trialdex::demo
