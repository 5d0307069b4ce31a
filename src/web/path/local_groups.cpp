#include "web/path/local_groups.h"

#include "web/components/entities.h"
#include "web/path/node_ref.h"
#include "web/path/node_words.h"

#include <array>

namespace trialdex::web::nodes {

namespace {
constexpr std::array<std::string_view, 2> kGroupLists = {"groups", "eventGroups"};
}

LocalGroups::LocalGroups(const NodeRef& holder) {
    for (const std::string_view name : kGroupLists) {
        const study::Value list = holder.value[name];
        if (!list.is_array()) continue;
        const std::string list_path = study::child_path(holder.path, name);
        std::size_t index = 0;
        for (study::Value group : list) {
            const std::string_view id = group["id"].text();
            if (!id.empty())
                groups_.push_back({id, group["title"].text(), group, study::element_path(list_path, index)});
            ++index;
        }
        return;
    }
}

const LocalGroup* LocalGroups::find(std::string_view id) const {
    for (const LocalGroup& group : groups_) {
        if (group.id == id) return &group;
    }
    return nullptr;
}

LocalGroups nearest_groups(std::span<const study::PathStep> steps) {
    for (std::size_t depth = steps.size(); depth > 0; --depth) {
        const study::PathStep& step = steps[depth - 1];
        if (!step.value.is_object()) continue;
        std::string path;
        for (std::size_t i = 0; i < depth; ++i) path += (i ? "/" : "") + steps[i].segment;
        LocalGroups groups(NodeRef{step.node, step.value, std::move(path)});
        if (!groups.empty()) return groups;
    }
    return {};
}

std::string element_name(const study::PathStep& element, const LocalGroups& groups) {
    const study::Value title = title_member(element.node, element.value);
    if (title && title.key() == "groupId") {
        const LocalGroup* group = groups.find(title.text());
        if (group && !group->title.empty()) return std::string(group->title);
    }
    return element_title(element);
}

void group_name(Html& html, const LocalGroups& groups, std::string_view id, const StudyAddress& address) {
    const LocalGroup* group = groups.find(id);
    if (!group) {
        html.element("span", id, {{"class", "group-id"}});
        return;
    }
    html.link(address.node(group->path), group->title.empty() ? std::string(group->id) : decode_entities(group->title));
    if (!group->title.empty()) html.text(" ").element("span", group->id, {{"class", "group-id"}});
}

} // namespace trialdex::web::nodes
