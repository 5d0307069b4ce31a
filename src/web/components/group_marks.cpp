#include "web/components/group_marks.h"

#include "web/components/markup.h"
#include "web/components/text_width.h"
#include "web/components/value.h"

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenGroups = 4;         // longer lists of descriptions are folded
constexpr std::size_t kOpenDescriptions = 900; // characters of all descriptions together

std::size_t length_of_descriptions(const results::Groups& groups) {
    std::size_t length = 0;
    for (const results::Group& group : groups.all()) length += group.description.size();
    return length;
}

} // namespace

std::string series_class(std::size_t position) {
    std::string name = "series-" + std::to_string(position % kSeriesColours + 1);
    if (position >= kSeriesColours) name += " hollow";
    return name;
}

void series_shape(Html& html, std::size_t position) {
    switch (position % kSeriesColours) {
    case 0: html.markup("<circle r=\"5\"/>"); return;
    case 1: html.markup("<rect x=\"-4.5\" y=\"-4.5\" width=\"9\" height=\"9\"/>"); return;
    case 2: html.markup("<path d=\"M0-6 5.5 4.5h-11z\"/>"); return;
    case 3: html.markup("<path d=\"M0-6.5 6.5 0 0 6.5-6.5 0z\"/>"); return;
    case 4: html.markup("<path d=\"M0 6 5.5-4.5h-11z\"/>"); return;
    case 5: html.markup("<path d=\"M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z\"/>"); return;
    case 6: html.markup("<path d=\"M0-6 6-1.6 3.7 5h-7.4L-6-1.6z\"/>"); return;
    default: html.markup("<path d=\"M-6-3.5h12l-3 7h-6z\"/>"); return;
    }
}

void group_marker(Html& html, std::size_t position) {
    const std::string classes = "group-marker mark " + series_class(position);
    html.open("svg", {{"class", classes},
                      {"width", "14"},
                      {"height", "14"},
                      {"viewBox", "-7 -7 14 14"},
                      {"aria-hidden", "true"},
                      {"focusable", "false"}});
    series_shape(html, position);
    html.close("svg");
}

void group_title(Html& html, const results::Group& group) {
    const std::string_view name = group.name();
    if (name.empty()) {
        html.element("span", "group without a name", {{"class", "absent"}});
        return;
    }
    // The mark stays at the left, where the column or the line begins.
    const bool is_apart = has_right_to_left(name);
    if (is_apart) html.open("bdi");
    plain_text(html, name);
    if (is_apart) html.close("bdi");
}

void group_head_cells(Html& html, const results::Groups& groups) {
    for (const results::Group& group : groups.all()) {
        html.open("th", {{"scope", "col"}, {"class", "figure-head"}});
        group_marker(html, group.position);
        html.text(" ");
        group_title(html, group);
        html.close("th");
    }
}

void group_list(Html& html, const results::Groups& groups) {
    if (groups.empty()) return;
    const bool is_folded = groups.size() > kOpenGroups || length_of_descriptions(groups) > kOpenDescriptions;
    if (is_folded) {
        html.open("details", {{"class", "group-descriptions"}});
        html.element("summary", "Who is in the " + std::to_string(groups.size()) + " groups");
    }
    html.open("dl", {{"class", "groups"}});
    for (const results::Group& group : groups.all()) {
        html.open("div").open("dt");
        group_marker(html, group.position);
        html.text(" ");
        group_title(html, group);
        html.close("dt").open("dd");
        if (!group.description.empty()) {
            markup(html, group.description);
        } else {
            html.element("p",
                         group.is_defined() ? "No description in this record."
                                            : "Figures name this group, but the record does not list it.",
                         {{"class", "absent"}});
        }
        html.close("dd").close("div");
    }
    html.close("dl");
    if (is_folded) html.close("details");
}

} // namespace trialdex::web
