#include "web/pages/module_page/measure_table.h"

#include "web/components/value.h"
#include "web/pages/module_page/group_columns.h"
#include "web/path/node_words.h"

namespace trialdex::web::nodes {

namespace {

using study::Value;

// What to call a row that neither class nor category names.
std::string figure_label(const Measure& measure) {
    const std::string kind = shortened(measure.kind_in_words(), 80);
    return kind.empty() ? "Figure" : kind;
}

constexpr std::size_t kAll = static_cast<std::size_t>(-1);

class MeasureTable {
public:
    MeasureTable(Html& html, const ModuleView& view, const LocalGroups& groups, std::string_view label)
        : html_(html), view_(view), groups_(groups) {
        html_.open("div", {{"class", "table"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", label}});
        html_.open("table", {{"class", "figures"}}).open("thead").open("tr");
        html_.element("th", "Row", {{"scope", "col"}});
        group_heads(html_, view_, groups_);
        html_.close("tr").close("thead");
    }
    ~MeasureTable() { html_.close("table").close("div"); }
    MeasureTable(const MeasureTable&) = delete;
    MeasureTable& operator=(const MeasureTable&) = delete;

    void denominators(const NodeRef& list) {
        if (!list.value.is_array() || list.value.size() == 0) return;
        html_.open("tbody", {{"class", "denominators"}});
        std::size_t index = 0;
        for (Value denominator : list.value) {
            const std::string units = shortened(denominator["units"].text(), 80);
            row(list.element(index++, denominator), units.empty() ? "Number analysed" : "Number analysed: " + units,
                {});
        }
        html_.close("tbody");
    }

    void measure_head(const NodeRef& measure) {
        const std::string columns = std::to_string(groups_.all().size() + 1);
        html_.open("tr", {{"class", "measure-head"}}).open("th", {{"scope", "rowgroup"}, {"colspan", columns}});
        const std::string_view title = measure.value["title"].text();
        html_.link(view_.href(measure.path), title.empty() ? std::string("Untitled measure") : shortened(title, 300));
        const std::string kind = measure_of({}, measure.value).kind_in_words();
        if (!kind.empty()) html_.text(" ").element("small", kind);
        html_.close("th").close("tr");
    }

    // Rows of the measure's classes `begin` to `end`, `limit` at most; then a row that leads to the rest.
    void classes(const NodeRef& measure, Measure context, std::size_t begin, std::size_t end, std::size_t limit) {
        const NodeRef classes = measure.member("classes");
        std::size_t index = 0;
        std::size_t left = limit;
        for (Value one : classes.value) {
            if (index >= begin && index < end) {
                if (left == 0) return more(classes);
                context.row = one;
                class_rows(classes.element(index, one), context, left);
            }
            ++index;
        }
    }

    Html& html() { return html_; }

private:
    void class_rows(const NodeRef& one, const Measure& context, std::size_t& left) {
        const NodeRef categories = one.member("categories");
        const std::string title = shortened(one.value["title"].text(), 200);
        const bool is_single = categories.value.size() == 1 && categories.value.at(0)["title"].text().empty();
        if (is_single) {
            row(title.empty() ? categories.element(0, categories.value.at(0)) : one,
                title.empty() ? figure_label(context) : title, context, categories.value.at(0));
            --left;
            return;
        }
        if (!title.empty() || categories.value.size() == 0) class_head(one, title);
        std::size_t index = 0;
        for (Value category : categories.value) {
            if (left == 0) return more(categories);
            const std::string name = shortened(category["title"].text(), 200);
            row(categories.element(index, category), name.empty() ? figure_label(context) : name, context);
            ++index;
            --left;
        }
    }

    void class_head(const NodeRef& one, const std::string& title) {
        const std::string columns = std::to_string(groups_.all().size() + 1);
        html_.open("tr", {{"class", "class-head"}}).open("th", {{"scope", "rowgroup"}, {"colspan", columns}});
        html_.link(view_.href(one.path), title.empty() ? "Row without figures" : title);
        html_.close("th").close("tr");
    }

    // `figures`: the category whose figures the row shows when it leads to its class.
    void row(const NodeRef& leads_to, std::string_view label, const Measure& context, Value figures = {}) {
        html_.open("tr").open("th", {{"scope", "row"}}).link(view_.href(leads_to.path), label).close("th");
        const NodeRef category = leads_to.member("categories");
        const GroupColumns* columns = group_columns(figures && category.node ? category.node : leads_to.node);
        if (columns) group_figures(html_, *columns, context, groups_, figures ? figures : leads_to.value);
        html_.close("tr");
    }

    void more(const NodeRef& list) {
        const std::string columns = std::to_string(groups_.all().size() + 1);
        html_.open("tr", {{"class", "more"}}).open("td", {{"colspan", columns}});
        html_.link(view_.href(list.path), counted("All rows", list.value.size()));
        html_.close("td").close("tr");
    }

    Html& html_;
    const ModuleView& view_;
    const LocalGroups& groups_;
};

std::string_view title_of(const NodeRef& measure) {
    const std::string_view title = measure.value["title"].text();
    return title.empty() ? std::string_view("Figures") : title;
}

} // namespace

void measures_table(Html& html, const ModuleView& view, const NodeRef& measures, const LocalGroups& groups,
                    std::size_t begin, std::size_t end) {
    const Value module = nearest_measure(view.place.steps).module;
    MeasureTable table(html, view, groups, node_label(measures.node, measures.value.key()));
    NodeRef holder{schema::parent_of(*measures.node), module, measures.path.substr(0, measures.path.rfind('/'))};
    table.denominators(holder.member("denoms"));
    std::size_t index = 0;
    for (Value measure : measures.value) {
        if (index >= begin && index < end) {
            const NodeRef one = measures.element(index, measure);
            html.open("tbody");
            table.measure_head(one);
            table.classes(one, measure_of(module, measure), 0, kAll, kMaxMeasureRows);
            html.close("tbody");
        }
        ++index;
    }
}

void measure_table(Html& html, const ModuleView& view, const NodeRef& measure, const LocalGroups& groups) {
    MeasureTable table(html, view, groups, title_of(measure));
    table.denominators(measure.member("denoms"));
    html.open("tbody");
    table.classes(measure, measure_of({}, measure.value), 0, kAll, kMaxMeasureRows);
    html.close("tbody");
}

void classes_table(Html& html, const ModuleView& view, const NodeRef& measure, const LocalGroups& groups,
                   std::size_t begin, std::size_t end) {
    const Measure context = nearest_measure(view.place.steps);
    MeasureTable table(html, view, groups, title_of(measure));
    table.denominators(measure.member("denoms"));
    html.open("tbody");
    table.classes(measure, measure_of(context.module, measure.value), begin, end, kAll);
    html.close("tbody");
}

} // namespace trialdex::web::nodes
