// A wide table that scrolls inside itself, by keyboard too, and keeps its first column.
#pragma once

#include "web/html.h"

#include <string_view>

namespace trialdex::web {

// <div class="table" …><table class="figures">: the caller writes thead and tbody and closes it.
void open_scroll_table(Html& html, std::string_view label);
void close_scroll_table(Html& html);

// "Download this table as CSV", beneath a table.
void csv_link(Html& html, std::string_view href, std::string_view label = "Download this table as CSV");

} // namespace trialdex::web
