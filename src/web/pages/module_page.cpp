#include "web/pages/module_page.h"

namespace trialdex::web {

api::Response module_page(const StudyRequest& request, std::string_view) {
    return page_response(request.page, {}, Html());
}

} // namespace trialdex::web
