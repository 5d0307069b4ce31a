// One node of a record, explained: /study/NCT…/PATH.
#pragma once

#include "web/study_request.h"

#include <string_view>

namespace trialdex::web {

// `path` is what follows the id in the address, decoded, without slashes at either end.
api::Response module_page(const StudyRequest& request, std::string_view path);

} // namespace trialdex::web
