#include "web/pages/modules_page.h"

namespace trialdex::web {

api::Response modules_page(const PageContext& context) { return page_response(context, {}, Html()); }

} // namespace trialdex::web
