// /related: which trials are like one that is still being written? A draft's record is pasted into a box or posted, and
// comes back with the answer only: it is not stored, not logged, and never part of an address.
#pragma once

#include "web/page.h"
#include "web/pages/related/draft.h"

namespace trialdex::web {

api::Response draft_page(const PageContext& context);

} // namespace trialdex::web
