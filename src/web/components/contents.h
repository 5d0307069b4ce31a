// The list of a page's sections: a strip to swipe on a phone, a list that stays beside the text from 1,000 pixels on.
#pragma once

#include "web/html.h"

#include <span>
#include <string_view>

namespace trialdex::web {

struct ContentsEntry {
    std::string_view anchor; // id of the heading, without '#'
    std::string_view label;
};

void contents_list(Html& html, std::span<const ContentsEntry> entries);

// <h2 id="…"> with a permalink.
void section_heading(Html& html, std::string_view anchor, std::string_view label);

} // namespace trialdex::web
