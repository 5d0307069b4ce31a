// The criteria of a study as lists: what is needed to join, what rules it out, and what the record puts on neither
// side, in the order of the record. No word is left out or moved.
#pragma once

#include "web/html.h"

#include <string_view>

namespace trialdex::web {

void criteria_list(Html& html, std::string_view criteria);

} // namespace trialdex::web
