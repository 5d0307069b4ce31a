#include "web/pages/home_page.h"

namespace trialdex::web {

api::Response home_page(const PageContext& context) { return page_response(context, {}, Html()); }

} // namespace trialdex::web
