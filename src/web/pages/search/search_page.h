// /search: one box, a form, results as cards, ways to narrow them, and what to do when there are none.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response search_page(const PageContext& context);

} // namespace trialdex::web
