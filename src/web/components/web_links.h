// Addresses that stand in running text, made into links.
#pragma once

#include "web/html.h"

#include <string_view>

namespace trialdex::web {

// Whether a link may lead there: http, https and mailto only.
bool is_web_address(std::string_view address);

// Text with its http://, https:// and www. addresses as links; a full stop or bracket after an address is not part of
// it.
void text_with_links(Html& html, std::string_view text);

} // namespace trialdex::web
