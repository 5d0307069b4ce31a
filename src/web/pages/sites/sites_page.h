// /study/NCT…/sites: all sites of a study, by country and state, or by their distance from a place. Large studies have
// 1,154 of them; the study page then shows the countries and leads here.
#pragma once

#include "web/study_request.h"

namespace trialdex::web {

inline constexpr std::string_view kSitesPath = "sites"; // beside the record's paths

api::Response sites_page(const StudyRequest& request);

} // namespace trialdex::web
