// /compare?ids=NCT00000001,NCT00000002: up to five trials side by side, with what differs marked.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response compare_page(const PageContext& context);

} // namespace trialdex::web
