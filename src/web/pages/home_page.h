// The front door: what this registry holds, a box for an id, recently updated studies.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response home_page(const PageContext& context);

} // namespace trialdex::web
