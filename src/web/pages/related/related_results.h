// The answer to "which trials are like this one?" as a page shows it: what was left out, the cards, the way on.
#pragma once

#include "related/related.h"
#include "web/html.h"
#include "web/page.h"
#include "web/pages/related/steering.h"

#include <memory>

namespace trialdex::web {

std::shared_ptr<const related::Finder> current_finder(const PageContext& context); // null without an index

// Why there is no list, and what to do; for a section and for a page of its own.
void no_finder_notice(Html& html);
std::string no_list_reason(const Error& error);

// The list with its head and its notes; `is_draft`: it is asked for a draft, not for a study of the registry.
void related_results(Html& html, const related::Answer& answer, const Steering& steering, bool is_draft);

// How many pages `total` trials fill, at least one.
std::uint32_t related_pages(std::uint64_t total);

} // namespace trialdex::web
