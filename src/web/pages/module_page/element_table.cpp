#include "web/pages/module_page/element_table.h"

#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/module_page/fields.h"
#include "web/pages/module_page/group_columns.h"
#include "web/pages/module_page/table_columns.h"
#include "web/path/node_words.h"

#include <vector>

namespace trialdex::web::nodes {

namespace {

using schema::ValueKind;
using study::Value;

constexpr std::size_t kRowHeadCharacters = 400;
constexpr std::size_t kCellNameCharacters = 60;

bool is_number(const schema::Node* node) {
    return node && (node->value == ValueKind::Integer || node->value == ValueKind::Number);
}

class ElementTable {
public:
    ElementTable(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups, bool is_own_page)
        : html_(html), view_(view), list_(list), groups_(groups), is_own_page_(is_own_page),
          figures_(groups.empty() ? nullptr : group_columns(list.node)), measure_(nearest_measure(view.place.steps)),
          table_(table_columns(list, figures_ ? figures_->list : std::string_view())) {}

    void write(std::size_t begin, std::size_t end) {
        said_once();
        const std::string label = node_label(list_.node, list_.value.key());
        html_.open("div", {{"class", "table"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", label}});
        html_.open("table", {{"class", figures_ ? "elements figures" : "elements"}}).open("thead").open("tr");
        heads();
        html_.close("tr").close("thead").open("tbody");
        std::size_t index = 0;
        for (Value element : list_.value) {
            if (index >= begin && index < end) row(list_.element(index, element), index);
            ++index;
        }
        html_.close("tbody").close("table").close("div");
        meanings();
    }

private:
    // Addresses of fields ("#label") lead to the columns of a list's own page; elsewhere the list's path tells them
    // apart.
    std::string anchor(std::string_view name) const {
        return is_own_page_ ? std::string(name) : list_.path + '.' + std::string(name);
    }

    void said_once() {
        if (table_.same_in_all.empty()) return;
        html_.open("dl", {{"class", "said-once"}});
        for (const Column& column : table_.same_in_all) {
            html_.open("div", {{"id", anchor(column.name)}});
            html_.element("dt", node_label(column.node, column.name) + ", in all:").open("dd");
            cell_value(list_.element(0, list_.value.at(0)).member(column.name), column);
            html_.close("dd").close("div");
        }
        html_.close("dl");
    }

    void heads() {
        const auto head = [&](const schema::Node* node, std::string_view name) {
            html_.open("th", {{"scope", "col"}, {"id", anchor(name)}, {"class", is_number(node) ? "amount" : "words"}});
            html_.text(node_label(node, name)).close("th");
        };
        if (table_.title.empty()) {
            html_.element("th", "Entry", {{"scope", "col"}});
        } else {
            head(table_.title_node, table_.title);
        }
        if (figures_) group_heads(html_, view_, groups_);
        for (const Column& column : table_.columns) head(column.node, column.name);
    }

    void row(const NodeRef& element, std::size_t index) {
        html_.open("tr").open("th", {{"scope", "row"}});
        row_head(element, index);
        html_.close("th");
        if (figures_) group_figures(html_, *figures_, measure_, groups_, element.value);
        for (const Column& column : table_.columns) cell(element.member(column.name), column);
        html_.close("tr");
    }

    void row_head(const NodeRef& element, std::size_t index) {
        if (element.is_leaf()) return field_value(html_, view_, groups_, element); // no structure: shown as it came
        const Value title = element.value[table_.title];
        const bool has_title = title.is_string() && !title.text().empty();
        const std::string own = has_title ? std::string() : element_title({{}, element.node, element.value, index});
        const std::string_view words = has_title ? title.text() : std::string_view(own);
        const LocalGroup* group = table_.title == "groupId" ? groups_.find(words) : nullptr;
        if (!group) {
            html_.link(view_.href(element.path), shortened(words, kRowHeadCharacters));
            return;
        }
        html_.link(view_.href(element.path),
                   group->title.empty() ? std::string(group->id) : shortened(group->title, kRowHeadCharacters));
        html_.text(" ").element("span", group->id, {{"class", "group-id"}});
    }

    void cell(const NodeRef& member, const Column& column) {
        const std::string label = node_label(column.node, column.name);
        if (!member.value) {
            html_.element("td", kNotInRecord, {{"class", "absent"}, {"data-label", label}});
            return;
        }
        html_.open("td", {{"class", is_number(column.node) ? "amount" : "words"}, {"data-label", label}});
        if (member.is_leaf()) {
            cell_value(member, column);
        } else {
            html_.link(view_.href(member.path), members_in_words(member, label));
        }
        html_.close("td");
    }

    // "Jane Doe and 2 more", "3 entries": what a list or structure in a cell holds.
    static std::string members_in_words(const NodeRef& member, const std::string& label) {
        if (!member.value.is_array() || member.value.size() == 0) return label;
        const std::size_t count = member.value.size();
        const Value first = title_member(member.node, member.value.at(0));
        if (!first || first.key() == "groupId") return count == 1 ? "1 entry" : std::to_string(count) + " entries";
        const std::string name = shortened(first.text(), kCellNameCharacters);
        return count == 1 ? name : name + " and " + std::to_string(count - 1) + " more";
    }

    // Codes stand in words here; the codes themselves and what they mean stand once below the table.
    void cell_value(const NodeRef& member, const Column& column) {
        const schema::EnumType* type = column.node ? column.node->enum_type : nullptr;
        std::vector<std::string_view> codes;
        if (type) append_codes(codes, member.value);
        if (codes.empty()) return field_value(html_, view_, groups_, member);
        for (std::size_t i = 0; i < codes.size(); ++i) html_.text(i > 0 ? ", " : "").text(code_label(*type, codes[i]));
    }

    void meanings() {
        std::vector<const schema::Node*> explained;
        const auto add = [&](const schema::Node* node) {
            if (node) explained.push_back(node);
        };
        add(table_.title_node);
        if (figures_) add(schema::find_child(*list_.node, figures_->list));
        for (const Column& column : table_.columns) add(column.node);
        for (const Column& column : table_.same_in_all) add(column.node);
        if (explained.empty()) return;
        html_.open("details", {{"class", "column-meanings"}}).element("summary", "What the columns mean").open("dl");
        for (const schema::Node* node : explained) {
            html_.open("div").element("dt", node->label).open("dd").element("p", node->explanation);
            if (node->enum_type) code_list(*node);
            html_.close("dd").close("div");
        }
        html_.close("dl").close("details");
    }

    void code_list(const schema::Node& field) {
        std::vector<std::string_view> codes;
        for (Value element : list_.value) append_codes(codes, element[field.name]);
        for (const std::string_view code : codes) {
            const schema::EnumValue* known = field.enum_type->find(code);
            html_.open("p", {{"class", "code-meaning"}});
            code_in_words(html_, *field.enum_type, code);
            if (known) html_.text(": ").text(known->explanation);
            html_.close("p");
        }
    }

    Html& html_;
    const ModuleView& view_;
    const NodeRef& list_;
    const LocalGroups& groups_;
    bool is_own_page_;
    const GroupColumns* figures_;
    Measure measure_;
    TableColumns table_;
};

} // namespace

void element_table(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups,
                   std::size_t begin, std::size_t end, bool is_own_page) {
    ElementTable(html, view, list, groups, is_own_page).write(begin, end);
}

} // namespace trialdex::web::nodes
