// The page of one node, put together from its parts.
#pragma once

#include "web/pages/module_page/view.h"

namespace trialdex::web::nodes {

api::Response show(const ModuleView& view);

} // namespace trialdex::web::nodes
