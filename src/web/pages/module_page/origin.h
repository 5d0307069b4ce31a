// Where the node comes from: when this registry first saw it and last saw it change, the official registry's own dates,
// the day of the data, and the versions of the record.
#pragma once

#include "web/pages/module_page/view.h"
#include "web/path/node_history.h"

namespace trialdex::web::nodes {

struct Origin {
    store::ModuleDates dates;
    bool is_computed = false; // from the version chain; else the store keeps them
    NodeHistory history;
};

Result<Origin> find_origin(const ModuleView& view);

void origin_section(Html& html, const ModuleView& view, const Origin& origin);

// Which version is cited, when the address names one, and the ways to the current one and the others.
void version_notice(Html& html, const ModuleView& view, const Origin& origin);

} // namespace trialdex::web::nodes
