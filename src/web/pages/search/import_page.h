// /search/import: the address of a search on ClinicalTrials.gov becomes a search here.
#pragma once

#include "web/page.h"

#include <string_view>

namespace trialdex::web {

api::Response import_page(const PageContext& context);

// Whether a text is the address of a search on ClinicalTrials.gov.
bool is_registry_search(std::string_view text);

} // namespace trialdex::web
