// The module tree: all sections, modules and entities with explanation and path, and how many studies have each.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response modules_page(const PageContext& context);

} // namespace trialdex::web
