// The study page: the whole record in the reader's order, each section under a sentence on what it tells.
#pragma once

#include "web/study_request.h"

namespace trialdex::web {

api::Response study_page(const StudyRequest& request);

} // namespace trialdex::web
