// Which group gets which intervention, at a glance: groups down, interventions across.
#pragma once

#include "study/json.h"
#include "web/html.h"
#include "web/pages/study/arm_interventions.h"

#include <span>

namespace trialdex::web {

// Nothing unless there are two or more of both, every name that a group lists is an intervention of the record (else a
// "no" would be a guess), no two have the same name, and the table fits: the lists below it say the same.
void arm_matrix(Html& html, study::Value arms, study::Value interventions, std::span<const ArmInterventions> matched);

} // namespace trialdex::web
