// The top of a module page: the way to it, which study it belongs to, what it is called and what it tells.
#pragma once

#include "web/pages/module_page/view.h"

#include <string>

namespace trialdex::web::nodes {

// "Placebo", "Description", "Arms or groups": the node by its own name.
std::string page_name(const ModuleView& view);

void module_header(Html& html, const ModuleView& view);

// An empty way on is a dead end: parent, neighbours in a list, siblings, the same module of other studies, the study.
Result<void> ways_on(Html& html, const ModuleView& view);

} // namespace trialdex::web::nodes
