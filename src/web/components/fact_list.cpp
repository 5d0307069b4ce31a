#include "web/components/fact_list.h"

#include "web/components/explanation.h"
#include "web/components/value.h"

#include <algorithm>

namespace trialdex::web {

namespace {

bool holds(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Opens <dl> with the first fact, so that nothing is written when there is none.
class Grid {
public:
    explicit Grid(Html& html) : html_(html) {}
    ~Grid() {
        if (open_) html_.close("dl");
    }
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;

    void begin_fact() {
        if (!open_) html_.open("dl", {{"class", "facts"}});
        open_ = true;
        html_.open("div");
    }
    bool is_open() const { return open_; }

private:
    Html& html_;
    bool open_ = false;
};

void label(Html& html, const schema::Node& node, const FactListOptions& options) {
    html.open("dt");
    if (options.explained) {
        explained_label(html, node);
    } else {
        html.text(node.label.empty() ? node.name : node.label);
    }
    html.close("dt");
}

// Single codes open to their meaning; lists of codes do so one by one.
void fact_value(Html& html, const schema::Node& node, study::Value field, const FactListOptions& options) {
    if (!options.explained || node.value != schema::ValueKind::Enum || !node.enum_type) return value(html, node, field);
    if (field.is_string()) return explained_code(html, *node.enum_type, field.text());
    for (const study::Value code : field) explained_code(html, *node.enum_type, code.text());
}

void known_facts(Html& html, Grid& grid, const schema::Node& structure, study::Value object,
                 const FactListOptions& options) {
    for (const schema::Node& node : schema::children(structure)) {
        if (!node.is_leaf() || holds(options.skip, node.name)) continue;
        const study::Value field = object[node.name];
        if (!field && !holds(options.expected, node.name)) continue;
        grid.begin_fact();
        label(html, node, options);
        if (!field) {
            html.element("dd", kNotInRecord, {{"class", "absent"}});
        } else {
            html.open("dd");
            fact_value(html, node, field, options);
            html.close("dd");
        }
        html.close("div");
    }
}

void unknown_facts(Html& html, Grid& grid, const schema::Node& structure, study::Value object,
                   const FactListOptions& options) {
    for (const study::Value member : object) {
        if (schema::find_child(structure, member.key()) || holds(options.skip, member.key())) continue;
        grid.begin_fact();
        html.element("dt", member.key()).open("dd");
        unknown_value(html, member);
        html.close("dd").close("div");
    }
}

void group_heading(Html& html, const schema::Node& node, int level) {
    const std::string_view label = node.label.empty() ? node.name : node.label;
    switch (level) {
    case 3: html.element("h3", label); break;
    case 4: html.element("h4", label); break;
    case 5: html.element("h5", label); break;
    default: html.element("h6", label); break;
    }
}

} // namespace

bool fact_list(Html& html, const schema::Node& structure, study::Value object, const FactListOptions& options) {
    Grid grid(html);
    known_facts(html, grid, structure, object, options);
    if (object.is_object()) unknown_facts(html, grid, structure, object, options);
    return grid.is_open();
}

bool fact_tree(Html& html, const schema::Node& structure, study::Value object, int heading_level,
               const FactListOptions& options) {
    bool written = fact_list(html, structure, object, options);
    for (const schema::Node& node : schema::children(structure)) {
        if (node.is_leaf() || holds(options.skip, node.name)) continue;
        const study::Value below = object[node.name];
        if (!below) continue;
        written = true;
        group_heading(html, node, heading_level);
        const FactListOptions inner = {.skip = {}, .expected = {}, .explained = options.explained};
        if (!below.is_array()) {
            fact_tree(html, node, below, std::min(heading_level + 1, 6), inner);
            continue;
        }
        for (const study::Value element : below) {
            html.open("div", {{"class", "group"}});
            fact_tree(html, node, element, std::min(heading_level + 1, 6), inner);
            html.close("div");
        }
    }
    return written;
}

} // namespace trialdex::web
