// CommonMark of the registry's free texts as HTML: an allow-list of elements, our own renderer, HTML in a record is
// inert text.
#pragma once

#include "web/html.h"

#include <string_view>

namespace trialdex::web {

// Block elements for `text`: paragraphs, lists, quotes, code. Headings become strong paragraphs (the page's own outline
// stays whole), images their description, links only http, https and mailto.
void markup(Html& html, std::string_view text);

} // namespace trialdex::web
