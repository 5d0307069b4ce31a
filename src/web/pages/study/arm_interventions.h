// Which intervention belongs to which arm. Records say it twice, by name: an arm lists its interventions ("Drug:
// Ketamine"), an intervention lists its arms. Either is enough.
#pragma once

#include "study/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace trialdex::web {

struct ArmInterventions {
    std::vector<std::size_t> indices;    // into the record's interventions, ascending
    std::vector<std::string_view> other; // names that the arm lists and no intervention has
};

// One entry an arm.
std::vector<ArmInterventions> match_arms(study::Value arms, study::Value interventions);

} // namespace trialdex::web
