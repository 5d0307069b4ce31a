#include "results/check/columns.h"

#include "results/check/findings.h"
#include "results/check/written_number.h"

#include <fmt/format.h>

namespace trialdex::results {

std::string quoted_title(const Groups& groups, std::string_view id) {
    const Group* group = groups.find(id);
    return quoted(group ? group->name() : id);
}

std::optional<std::int64_t> nearest_denominator(std::span<const study::Value> lists, std::string_view unit,
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

void check_group_ids(study::Value groups, const std::string& path, Findings& findings) {
    std::map<std::string_view, std::string_view> title_of;
    std::size_t place = 0;
    for (const study::Value group : groups) {
        const auto [first, is_new] = title_of.emplace(group["id"].text(), group["title"].text());
        if (!is_new) {
            findings.add(FindingKind::RepeatedGroup, fmt::format("{}/{}", path, place),
                         fmt::format("The groups {} and {} have the same id, {}: their numbers cannot be told apart.",
                                     quoted(first->second), quoted(group["title"].text()), first->first));
        }
        ++place;
    }
}

} // namespace trialdex::results
