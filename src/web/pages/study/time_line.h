// The life of a study as a line: registered, started, completed, results, last update. What is planned differs from
// what happened by its form, a date that names a month only is drawn as that month, and the same stands in words.
#pragma once

#include "web/html.h"
#include "web/pages/study/study_view.h"

namespace trialdex::web {

// Nothing when the record has fewer than two of the dates.
void time_line(Html& html, const StudyView& study);

} // namespace trialdex::web
