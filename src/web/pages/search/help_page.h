// /search/help: how to search, plain words first, then the language, every example a search to try.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response help_page(const PageContext& context);

} // namespace trialdex::web
