// What the rules ask of groups and of the numbers that stand for each of them.
#pragma once

#include "results/groups.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trialdex::results {

class Findings;

// A number for each group that has one, by its id.
using Counts = std::map<std::string_view, std::int64_t>;

// “Placebo”; an id without a group is itself.
std::string quoted_title(const Groups& groups, std::string_view id);

// The count of `unit` from the first list of denominators that has it for the group: from near (a class) to far (the
// module).
std::optional<std::int64_t> nearest_denominator(std::span<const study::Value> lists, std::string_view unit,
                                                std::string_view group);

// Ids that stand twice in a list of groups, which lies at `path`.
void check_group_ids(study::Value groups, const std::string& path, Findings& findings);

} // namespace trialdex::results
