#include "web/pages/study_page.h"

namespace trialdex::web {

api::Response study_page(const StudyRequest& request) { return page_response(request.page, {}, Html()); }

} // namespace trialdex::web
