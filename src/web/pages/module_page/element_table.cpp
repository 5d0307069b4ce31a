#include "web/pages/module_page/element_table.h"

#include "web/components/value.h"
#include "web/pages/module_page/fields.h"
#include "web/pages/module_page/group_columns.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <vector>

namespace trialdex::web::nodes {

namespace {

using study::Value;

struct Column {
    const schema::Node* node; // nullptr: unknown to the schema
    std::string_view name;
};

class ElementTable {
public:
    ElementTable(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups)
        : html_(html), view_(view), list_(list), groups_(groups),
          figures_(groups.empty() ? nullptr : group_columns(list.node)), measure_(nearest_measure(view.place.steps)) {
        choose_columns();
    }

    void write(std::size_t begin, std::size_t end, bool is_own_page) {
        const std::string label = node_label(list_.node, list_.value.key());
        html_.open("div", {{"class", "table"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", label}});
        html_.open("table", {{"class", figures_ ? "elements figures" : "elements"}}).open("thead").open("tr");
        heads(is_own_page);
        html_.close("tr").close("thead").open("tbody");
        std::size_t index = 0;
        for (Value element : list_.value) {
            if (index >= begin && index < end) row(list_.element(index, element), index);
            ++index;
        }
        html_.close("tbody").close("table").close("div");
        column_meanings();
    }

private:
    // Columns in the schema's order; the member that names the rows goes to the front as their head.
    void choose_columns() {
        std::vector<std::string_view> names;
        for (Value element : list_.value) {
            if (title_name_.empty()) title_name_ = title_member(list_.node, element).key();
            if (!element.is_object()) continue;
            for (Value member : element) {
                if (std::find(names.begin(), names.end(), member.key()) == names.end()) names.push_back(member.key());
            }
        }
        const auto take = [&](const schema::Node* node, std::string_view name) {
            if (name != title_name_ && !(figures_ && name == figures_->list)) columns_.push_back({node, name});
        };
        if (list_.node) {
            for (const schema::Node& child : schema::children(*list_.node)) {
                if (std::find(names.begin(), names.end(), child.name) != names.end()) take(&child, child.name);
            }
        }
        for (const std::string_view name : names) {
            if (!list_.node || !schema::find_child(*list_.node, name)) take(nullptr, name);
        }
    }

    const schema::Node* title_node() const { return study::member_node(list_.node, false, title_name_); }

    void heads(bool is_own_page) {
        const auto head = [&](std::string_view name, const std::string& label) {
            const std::string anchor = is_own_page ? std::string(name) : list_.path + "." + std::string(name);
            html_.open("th", {{"scope", "col"}, {"id", anchor}}).text(label).close("th");
        };
        if (title_name_.empty()) {
            html_.element("th", "Entry", {{"scope", "col"}});
        } else {
            head(title_name_, node_label(title_node(), title_name_));
        }
        for (const Column& column : columns_) head(column.name, node_label(column.node, column.name));
        if (figures_) group_heads(html_, view_, groups_);
    }

    void row(const NodeRef& element, std::size_t index) {
        html_.open("tr").open("th", {{"scope", "row"}});
        row_head(element, index);
        html_.close("th");
        for (const Column& column : columns_) cell(element.member(column.name), column);
        if (figures_) group_figures(html_, *figures_, measure_, groups_, element.value);
        html_.close("tr");
    }

    void row_head(const NodeRef& element, std::size_t index) {
        if (element.is_leaf()) return field_value(html_, view_, groups_, element); // no structure: shown as it came
        const Value title = element.value[title_name_];
        const std::string number = "No. " + std::to_string(index + 1);
        const std::string_view words = title.is_string() && !title.text().empty() ? title.text() : number;
        const LocalGroup* group = title_name_ == "groupId" ? groups_.find(words) : nullptr;
        if (!group) {
            html_.link(view_.href(element.path), shortened(words, 400));
            return;
        }
        html_.link(view_.href(element.path), group->title.empty() ? group->id : group->title);
        html_.text(" ").element("span", group->id, {{"class", "group-id"}});
    }

    void cell(const NodeRef& member, const Column& column) {
        const std::string label = node_label(column.node, column.name);
        if (!member.value) {
            html_.open("td", {{"class", "absent"}, {"data-label", label}}).text("not given").close("td");
            return;
        }
        html_.open("td", {{"data-label", label}});
        if (member.is_leaf()) {
            field_value(html_, view_, groups_, member);
        } else {
            const std::size_t count = member.value.is_array() ? member.value.size() : 0;
            html_.link(view_.href(member.path), count > 0 ? counted(label, count) : label);
        }
        html_.close("td");
    }

    void column_meanings() {
        std::vector<const schema::Node*> explained;
        if (title_node()) explained.push_back(title_node());
        for (const Column& column : columns_) {
            if (column.node) explained.push_back(column.node);
        }
        if (figures_) explained.push_back(schema::find_child(*list_.node, figures_->list));
        if (explained.empty()) return;
        html_.open("details", {{"class", "column-meanings"}}).element("summary", "What the columns mean").open("dl");
        for (const schema::Node* node : explained) {
            html_.open("div").element("dt", node->label).open("dd").element("p", node->explanation);
            if (node->enum_type) code_meanings(html_, *node->enum_type, codes_of(node->name));
            html_.close("dd").close("div");
        }
        html_.close("dl").close("details");
    }

    std::vector<std::string_view> codes_of(std::string_view name) const {
        std::vector<std::string_view> codes;
        for (Value element : list_.value) append_codes(codes, element[name]);
        return codes;
    }

    Html& html_;
    const ModuleView& view_;
    const NodeRef& list_;
    const LocalGroups& groups_;
    const GroupColumns* figures_;
    Measure measure_;
    std::string_view title_name_;
    std::vector<Column> columns_;
};

} // namespace

void element_table(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups,
                   std::size_t begin, std::size_t end, bool is_own_page) {
    ElementTable(html, view, list, groups).write(begin, end, is_own_page);
}

} // namespace trialdex::web::nodes
