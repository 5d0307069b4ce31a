// What a record lacks by nature: expanded access gives a treatment outside a study, so nothing of a study’s plan is
// missing from it. Not applicable and absent are two sentences.
#pragma once

#include "study/json.h"
#include "web/html.h"

#include <string_view>

namespace trialdex::web {

bool is_expanded_access(study::Value root);

// Whether a record of this kind can be expected to hold the node at `path`.
bool is_applicable(std::string_view path, study::Value root);

// Whether what the record has at `path` tells readers nothing: records of expanded access say of themselves that no
// expanded access is reported, which on their page reads as "Offered outside the trial: No".
bool is_beside_the_point(std::string_view path, study::Value root);

// "Not applicable to expanded access: start date, primary outcomes." Nothing for any other study.
void not_applicable_note(Html& html, study::Value root);

} // namespace trialdex::web
