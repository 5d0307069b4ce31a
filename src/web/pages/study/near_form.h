// The box that asks for the sites nearest to a place, and the addresses of the list of sites.
#pragma once

#include "web/study_request.h"

#include <string>
#include <string_view>

namespace trialdex::web {

// "/study/NCT00000001/sites", with `name`=`value` when there is a value; keeps the version that is cited.
std::string sites_address(const StudyAddress& study, std::string_view name = {}, std::string_view value = {});

void near_form(Html& html, const StudyAddress& study, std::string_view typed = {});

} // namespace trialdex::web
