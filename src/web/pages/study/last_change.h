// What changed last: the day of the last update, and, where this registry has seen more than one version of the record,
// the parts of it in which the one shown differs from the one before.
#pragma once

#include "web/html.h"
#include "web/pages/study/study_view.h"

namespace trialdex::web {

// A fact of "At a glance"; nothing when neither is known.
void last_change(Html& html, const StudyView& study);

} // namespace trialdex::web
