// What stands below a node: modules of a section with what each holds, single structures with their facts, lists as
// tables.
#pragma once

#include "web/components/contents.h"
#include "web/pages/module_page/view.h"

#include <string>
#include <vector>

namespace trialdex::web::nodes {

// A heading of the page that its contents list leads to.
struct PageHeading {
    std::string anchor;
    std::string label;
};

// Single structures below `object`, each with its facts, as items of a <dl class="fields">. Returns whether there are
// any.
bool single_structures(Html& html, const ModuleView& view, const NodeRef& object);

// The modules of a section; adds them to `headings`.
void module_list(Html& html, const ModuleView& view, const NodeRef& section, std::vector<PageHeading>& headings);

// The lists below `object`, each under its heading; adds the headings to `headings`.
void child_lists(Html& html, const ModuleView& view, const NodeRef& object, std::vector<PageHeading>& headings);

} // namespace trialdex::web::nodes
