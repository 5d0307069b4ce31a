// How to cite the record.
#pragma once

#include "web/html.h"
#include "web/pages/study/study_view.h"

namespace trialdex::web {

// A fact of an open grid: the citation as a sentence, and as a BibTeX entry.
void citation(Html& html, const StudyView& study);

} // namespace trialdex::web
