// /search/report: a search as reviewers must document it: every expression with its count, what was searched along,
// the data it ran on, and when. Made to be printed or saved.
#pragma once

#include "web/page.h"

namespace trialdex::web {

api::Response report_page(const PageContext& context);

} // namespace trialdex::web
