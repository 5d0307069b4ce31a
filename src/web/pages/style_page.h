// /about/style: the tokens and components that every page is made of, shown by themselves.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response style_page(const PageContext& context);

} // namespace trialdex::web
