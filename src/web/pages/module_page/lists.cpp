#include "web/pages/module_page/lists.h"

#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/module_page/analysis_words.h"
#include "web/pages/module_page/element_table.h"
#include "web/pages/module_page/fields.h"
#include "web/pages/module_page/measure.h"
#include "web/pages/module_page/measure_table.h"
#include "web/path/node_words.h"

#include <array>

namespace trialdex::web::nodes {

namespace {

using study::Value;

struct Slice {
    std::size_t begin, end;
};

using Draw = void (*)(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, Slice slice);

// The groups that an element lists itself, else those around it.
LocalGroups groups_for(const NodeRef& element, const LocalGroups& around) {
    LocalGroups own(element);
    return own.empty() ? around : own;
}

void table(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, Slice slice) {
    element_table(html, view, list, groups, slice.begin, slice.end, list.path == view.place.path);
}

void block_head(Html& html, const ModuleView& view, const NodeRef& element, std::size_t index) {
    const std::string title = element_title({{}, element.node, element.value, index});
    html.open("h3").link(view.href(element.path), shortened(title, 300)).close("h3");
}

// One block an element: heading, and what `body` draws.
template <class Body> void blocks(Html& html, const ModuleView& view, const NodeRef& list, Slice slice, Body&& body) {
    std::size_t index = 0;
    for (Value value : list.value) {
        const NodeRef element = list.element(index, value);
        if (index >= slice.begin && index < slice.end) {
            html.open("section", {{"class", "block"}});
            block_head(html, view, element, index);
            body(element);
            html.close("section");
        }
        ++index;
    }
}

// "Primary · 12 weeks · Mean (Standard Deviation), mmHg": what one needs to read the figures; the measure's own page
// has the rest.
void measure_line(Html& html, const NodeRef& measure) {
    html.open("p", {{"class", "measure-line"}});
    bool is_first = true;
    const auto part = [&](std::string_view text) {
        if (text.empty()) return;
        plain_text(html, is_first ? "" : " · ");
        plain_text(html, text);
        is_first = false;
    };
    for (const std::string_view name : {"type", "reportingStatus", "anticipatedPostingDate", "timeFrame"}) {
        const NodeRef field = measure.member(name);
        if (!field.value.is_string() || field.value.text() == "POSTED") continue;
        const schema::EnumType* type = field.node ? field.node->enum_type : nullptr;
        part(type ? code_label(*type, field.value.text()) : field.value.text());
    }
    part(measure_of({}, measure.value).kind_in_words());
    if (is_first) html.text("Kind of figures not in this record");
    html.close("p");
}

void outcome_measures(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, Slice slice) {
    blocks(html, view, list, slice, [&](const NodeRef& measure) {
        measure_line(html, measure);
        const LocalGroups own = groups_for(measure, groups);
        if (!own.empty() && measure.value["classes"].size() > 0) measure_table(html, view, measure, own);
    });
}

void periods(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, Slice slice) {
    blocks(html, view, list, slice, [&](const NodeRef& period) {
        for (const std::string_view name : {"milestones", "dropWithdraws"}) {
            const NodeRef rows = period.member(name);
            if (!rows.value.is_array() || rows.value.size() == 0) continue;
            html.open("h4").link(view.href(rows.path), node_label(rows.node, name)).close("h4");
            element_table(html, view, rows, groups, 0, elements_per_page(rows.node), false);
        }
    });
}

void analyses(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, Slice slice) {
    constexpr std::array<std::string_view, 1> kSkip = {"groupIds"};
    blocks(html, view, list, slice, [&](const NodeRef& analysis) {
        html.element("p", analysis_in_words(analysis.value), {{"class", "analysis-line"}});
        if (const NodeRef compared = analysis.member("groupIds"); compared.value) {
            html.element("p", "Groups in this analysis:", {{"class", "block-label"}});
            field_value(html, view, groups, compared);
        }
        html.open("details").element("summary", "All that is said of it");
        if (!fact_list(html, *list.node, analysis.value, {.skip = kSkip})) html.element("p", "Nothing more.");
        html.close("details");
    });
}

void measures(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, Slice slice) {
    measures_table(html, view, list, groups, slice.begin, slice.end);
}

void classes(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, Slice slice) {
    const std::string_view path(list.path);
    const std::string_view measure_path = path.substr(0, path.rfind('/'));
    const NodeRef measure{schema::parent_of(*list.node), nearest_measure(view.place.steps).measure,
                          std::string(measure_path)};
    classes_table(html, view, measure, groups, slice.begin, slice.end);
}

struct Shape {
    std::string_view name; // of the list, in JSON
    std::size_t per_page;
    std::size_t on_parent;
    bool needs_groups;
    Draw draw;
};

constexpr std::array<Shape, 5> kShapes = {{
    {"outcomeMeasures", 20, 10, false, outcome_measures},
    {"periods", 20, 20, false, periods},
    {"analyses", 20, 10, false, analyses},
    {"measures", 40, 40, true, measures},
    {"classes", 100, 40, true, classes},
}};
constexpr Shape kTable = {"", 100, 25, false, table};

const Shape& shape_of(const schema::Node* list) {
    for (const Shape& shape : kShapes) {
        if (list && list->name == shape.name) return shape;
    }
    return kTable;
}

bool holds_objects_only(Value list) {
    for (Value element : list) {
        if (!element.is_object()) return false;
    }
    return true;
}

} // namespace

std::size_t elements_per_page(const schema::Node* list) { return shape_of(list).per_page; }
std::size_t elements_on_parent(const schema::Node* list) { return shape_of(list).on_parent; }

void element_list(Html& html, const ModuleView& view, const NodeRef& list, std::size_t begin, std::size_t end) {
    const Shape& shape = shape_of(list.node);
    const bool fits = holds_objects_only(list.value) && !(shape.needs_groups && view.groups.empty());
    (fits ? shape : kTable).draw(html, view, list, view.groups, {begin, end});
}

} // namespace trialdex::web::nodes
