#include "web/pages/module_page/table_columns.h"

#include "web/path/node_words.h"

#include <algorithm>

namespace trialdex::web::nodes {

namespace {

using study::Value;

// In two rows everything may be the same by chance; a column says it as well.
constexpr std::size_t kFewRows = 3;

struct Seen {
    std::string_view name;
    Value first;
    std::size_t rows = 0;
    bool is_same = true;
};

void look_at(std::vector<Seen>& seen, Value member) {
    auto at = std::find_if(seen.begin(), seen.end(), [&](const Seen& one) { return one.name == member.key(); });
    if (at == seen.end()) at = seen.insert(at, {member.key(), member});
    ++at->rows;
    at->is_same = at->is_same && at->first.raw() == member.raw();
}

} // namespace

TableColumns table_columns(const NodeRef& list, std::string_view left_out) {
    TableColumns table;
    std::vector<Seen> seen;
    for (Value element : list.value) {
        if (table.title.empty()) table.title = title_member(list.node, element).key();
        if (!element.is_object()) continue;
        for (Value member : element) look_at(seen, member);
    }
    table.title_node = study::member_node(list.node, false, table.title);

    const auto take = [&](const Seen& member, const schema::Node* node) {
        if (member.name == table.title || (!left_out.empty() && member.name == left_out)) return;
        const bool in_all = list.value.size() >= kFewRows && member.rows == list.value.size() && member.is_same;
        const bool is_told_once = in_all && !study::has_own_page(node, member.first);
        (is_told_once ? table.same_in_all : table.columns).push_back({node, member.name});
    };
    if (list.node) {
        for (const schema::Node& child : schema::children(*list.node)) {
            for (const Seen& member : seen) {
                if (member.name == child.name) take(member, &child);
            }
        }
    }
    for (const Seen& member : seen) {
        if (!list.node || !schema::find_child(*list.node, member.name)) take(member, nullptr);
    }
    return table;
}

} // namespace trialdex::web::nodes
