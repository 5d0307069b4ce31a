// /search/suggest?q=: names to complete what somebody is typing, as JSON for assets/js/suggest.js.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response suggestions(const PageContext& context);

} // namespace trialdex::web
