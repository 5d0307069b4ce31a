// The groups of a module or measure, and the numbers that stand for each of them.
#pragma once

#include "study/json.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::results {

class Findings;

// Group ids are local: to a module, and for outcomes to one measure.
class Groups {
public:
    explicit Groups(study::Value groups);

    struct Group {
        std::string_view id;
        std::string_view title;
        std::size_t place = 0;
    };
    const std::vector<Group>& all() const { return all_; }
    const Group* find(std::string_view id) const; // null when there is none
    std::string title(std::string_view id) const; // “Placebo”; an id without a group is itself

private:
    std::vector<Group> all_;
};

// A number for each group.
using Counts = std::map<std::string_view, std::int64_t>;

// The counts of `unit` from the nearest list of denominators that has it for the group: lists go from near (a class) to
// far (the module).
std::optional<std::int64_t> nearest_denominator(const std::vector<study::Value>& lists, std::string_view unit,
                                                std::string_view group);

// Ids that are used without a group, and ids that stand twice, at `path` of the list of groups.
void check_group_ids(const Groups& groups, const std::string& path, Findings& findings);

} // namespace trialdex::results
