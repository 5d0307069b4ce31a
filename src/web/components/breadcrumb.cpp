#include "web/components/breadcrumb.h"

namespace trialdex::web {

void breadcrumb(Html& html, std::span<const Crumb> crumbs) {
    html.open("nav", {{"class", "breadcrumb"}, {"aria-label", "Path to this page"}}).open("ol");
    for (const Crumb& crumb : crumbs) {
        html.open("li");
        if (crumb.href.empty()) {
            html.element("span", crumb.label, {{"aria-current", "page"}});
        } else {
            html.link(crumb.href, crumb.label);
        }
        html.close("li");
    }
    html.close("ol").close("nav");
}

} // namespace trialdex::web
