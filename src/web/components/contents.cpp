#include "web/components/contents.h"

#include <string>

namespace trialdex::web {

void contents_list(Html& html, std::span<const ContentsEntry> entries) {
    html.open("nav", {{"class", "contents"}, {"aria-labelledby", "contents-heading"}});
    html.element("h2", "On this page", {{"id", "contents-heading"}}).open("ol");
    for (const ContentsEntry& entry : entries) {
        html.open("li").link("#" + std::string(entry.anchor), entry.label).close("li");
    }
    html.close("ol").close("nav");
}

void section_heading(Html& html, std::string_view anchor, std::string_view label) {
    html.open("h2", {{"id", anchor}}).text(label).text(" ");
    const std::string name = "Link to the section " + std::string(label);
    html.link("#" + std::string(anchor), "#", {{"class", "permalink"}, {"aria-label", name}});
    html.close("h2");
}

} // namespace trialdex::web
