#include "web/pages/compare/choose.h"

#include "web/pages/compare/compare_address.h"

namespace trialdex::web {

namespace {

constexpr std::string_view kFormId = "compare-chosen";

} // namespace

void compare_box(Html& html, study::NctId id) {
    const std::string number = id.text();
    html.open("label", {{"class", "compare-box"}});
    html.empty("input", {{"type", "checkbox"}, {"name", "ids"}, {"value", number}, {"form", kFormId}});
    html.text(" Compare").element("span", " " + number, {{"class", "visually-hidden"}}).close("label");
}

void compare_form(Html& html, std::optional<study::NctId> with) {
    if (html.str().find("class=\"compare-box\"") == std::string_view::npos) return;
    html.open("form", {{"class", "compare-chosen"}, {"id", kFormId}, {"action", kComparePath}, {"method", "get"}});
    if (with) html.empty("input", {{"type", "hidden"}, {"name", "ids"}, {"value", with->text()}});
    html.element("button", "Compare", {{"type", "submit"}});
    static_assert(kMostCompared == 5);
    html.element("span", with ? "this study with those ticked, up to four" : "the studies ticked, up to five",
                 {{"class", "note"}});
    html.close("form");
}

} // namespace trialdex::web
