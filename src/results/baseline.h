// Who took part: the baseline characteristics as measures over shared groups and denominators.
#pragma once

#include "results/measure.h"

#include <string_view>
#include <vector>

namespace trialdex::results {

struct Baseline {
    std::string_view population; // markup
    std::string_view units;      // what is counted when it is not participants
    Groups groups;               // "Total" among them
    std::vector<Measure> measures;
};

inline constexpr std::string_view kBaselinePath = "resultsSection/baselineCharacteristicsModule";

Baseline read_baseline(study::Value results_section);

} // namespace trialdex::results
