#include "results/check/groups.h"

#include "results/check/findings.h"
#include "results/check/written_number.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::results {

Groups::Groups(study::Value groups) {
    for (const study::Value group : groups) {
        all_.push_back({group["id"].text(), group["title"].text(), all_.size()});
    }
}

const Groups::Group* Groups::find(std::string_view id) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Group& group) { return group.id == id; });
    return found == all_.end() ? nullptr : &*found;
}

std::string Groups::title(std::string_view id) const {
    const Group* group = find(id);
    return quoted(group && !group->title.empty() ? group->title : id);
}

std::optional<std::int64_t> nearest_denominator(const std::vector<study::Value>& lists, std::string_view unit,
                                                std::string_view group) {
    for (const study::Value denominators : lists) {
        for (const study::Value denominator : denominators) {
            if (denominator["units"].text() != unit) continue;
            for (const study::Value count : denominator["counts"]) {
                if (count["groupId"].text() == group) return count_in(count["value"]);
            }
        }
    }
    return std::nullopt;
}

void check_group_ids(const Groups& groups, const std::string& path, Findings& findings) {
    for (const Groups::Group& group : groups.all()) {
        const Groups::Group* first = groups.find(group.id);
        if (first->place == group.place) continue;
        findings.add(
            FindingKind::RepeatedGroup, fmt::format("{}/{}", path, group.place),
            fmt::format("The groups {} and {} have the same id, {}, so that their numbers cannot be told apart.",
                        quoted(first->title), quoted(group.title), group.id));
    }
}

} // namespace trialdex::results
