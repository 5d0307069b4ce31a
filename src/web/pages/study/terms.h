// Standard terms (MeSH) that the registry worked out for conditions and interventions.
#pragma once

#include "web/html.h"
#include "web/pages/study/study_view.h"

#include <string_view>

namespace trialdex::web {

// All of one browse module ("derivedSection.conditionBrowseModule"): matched terms, broader ones, and older records'
// browse lists.
void standard_terms(Html& html, const StudyView& study, std::string_view module_path);

} // namespace trialdex::web
