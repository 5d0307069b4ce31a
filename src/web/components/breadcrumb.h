// The way from the top to this page.
#pragma once

#include "web/html.h"

#include <span>
#include <string>

namespace trialdex::web {

struct Crumb {
    std::string label;
    std::string href; // empty: the page itself
};

void breadcrumb(Html& html, std::span<const Crumb> crumbs);

} // namespace trialdex::web
