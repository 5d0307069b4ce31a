// The one mark for every number that is not in the record but worked out from it.
#pragma once

#include "web/html.h"

#include <string_view>

namespace trialdex::web {

// <span class="calculated" title="14 of 50">28.0%</span>; `how` says from what, in words.
void calculated(Html& html, std::string_view text, std::string_view how);

// The sentence beside every table or picture that holds such numbers: shows the mark and says what it means.
// `what`: "Percentages".
void calculated_note(Html& html, std::string_view what);

} // namespace trialdex::web
