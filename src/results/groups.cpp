#include "results/groups.h"

namespace trialdex::results {

Groups::Groups(study::Value list) {
    groups_.reserve(list.size());
    for (const study::Value group : list) {
        if (!group.is_object() || find(group["id"].text())) continue;
        groups_.push_back(
            {group["id"].text(), group["title"].text(), group["description"].text(), group, groups_.size()});
    }
}

const Group* Groups::find(std::string_view id) const {
    for (const Group& group : groups_) {
        if (group.id == id) return &group;
    }
    return nullptr;
}

void Groups::add_missing(study::Value entries) {
    for (const study::Value entry : entries) {
        const std::string_view id = entry["groupId"].text();
        if (!id.empty() && !find(id)) groups_.push_back({id, {}, {}, {}, groups_.size()});
    }
}

std::vector<study::Value> by_group(const Groups& groups, study::Value entries) {
    std::vector<study::Value> figures(groups.size());
    for (const study::Value entry : entries) {
        const Group* group = groups.find(entry["groupId"].text());
        if (group && !figures[group->position]) figures[group->position] = entry;
    }
    return figures;
}

} // namespace trialdex::results
