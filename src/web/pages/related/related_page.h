// /study/NCT…/related: the trials most like a study, with reasons; what counts and which may come out is for the reader
// to steer.
#pragma once

#include "web/study_request.h"

namespace trialdex::web {

api::Response related_page(const StudyRequest& request);

} // namespace trialdex::web
