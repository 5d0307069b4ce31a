// Pages that search need an index; without one they say how to build it.
#pragma once

#include "search/search.h"
#include "web/page.h"

#include <memory>

namespace trialdex::web {

std::shared_ptr<const search::Searcher> current_searcher(const PageContext& context); // null without an index
void no_index_notice(Html& html);

} // namespace trialdex::web
