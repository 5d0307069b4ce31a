// Overall status in words, with a colour that never stands alone.
#pragma once

#include "web/html.h"

#include <string_view>

namespace trialdex::web {

// "Recruiting" in a badge; `status` is the code of overallStatus. Empty: "Status not in this record".
void status_badge(Html& html, std::string_view status);

} // namespace trialdex::web
