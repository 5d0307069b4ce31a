// Notices above the sections: breaches of the reporting law, where results stand, a study that is withheld, an old
// version.
#pragma once

#include "web/html.h"
#include "web/pages/study/study_view.h"

namespace trialdex::web {

void version_notice(Html& html, const StudyView& study);
void violation_notice(Html& html, const StudyView& study);
void withheld_notice(Html& html, const StudyView& study);
void results_notice(Html& html, const StudyView& study);

} // namespace trialdex::web
