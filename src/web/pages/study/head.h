// The head of the study page: names, number, status, and the ways to the official record and the raw data.
#pragma once

#include "web/html.h"
#include "web/pages/study/study_view.h"

#include <string>

namespace trialdex::web {

std::string study_title(const StudyView& study); // the short title, else the official one, else the number
void study_head(Html& html, const StudyView& study);

// On a page of a part of the study: which study it is, with the way to its page.
void study_brief(Html& html, const StudyView& study);

} // namespace trialdex::web
