#include "web/components/scroll_table.h"

namespace trialdex::web {

void open_scroll_table(Html& html, std::string_view label) {
    html.open("div", {{"class", "table"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", label}});
    html.open("table", {{"class", "figures"}});
}

void close_scroll_table(Html& html) { html.close("table").close("div"); }

void csv_link(Html& html, std::string_view href, std::string_view label) {
    html.open("p", {{"class", "csv"}}).link(href, label).close("p");
}

} // namespace trialdex::web
