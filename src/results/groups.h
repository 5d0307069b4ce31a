// The groups (arms, cohorts, "Total") that the figures of one table belong to. Their ids (FG000, BG000, OG000, EG000)
// are local to their module, those of outcome measures to one measure: they join nothing across tables.
#pragma once

#include "study/json.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace trialdex::results {

struct Group {
    std::string_view id;
    std::string_view title;       // may be empty
    std::string_view description; // markup; may be empty
    study::Value value;           // absent: figures name the group, but no list of groups does
    std::size_t position = 0;     // from 0: its column, its colour

    std::string_view name() const { return title.empty() ? id : title; }
    bool is_defined() const { return static_cast<bool>(value); }
};

class Groups {
public:
    Groups() = default;
    explicit Groups(study::Value list);

    std::size_t size() const { return groups_.size(); }
    bool empty() const { return groups_.empty(); }
    std::span<const Group> all() const { return groups_; }
    const Group& operator[](std::size_t position) const { return groups_[position]; }
    const Group* find(std::string_view id) const;

    // A column for the groups of `entries` (each with "groupId") that the list lacks, so that no figure is lost.
    void add_missing(study::Value entries);

private:
    std::vector<Group> groups_;
};

// `entries` by group: element i is the first entry of group i, absent where the group has none.
std::vector<study::Value> by_group(const Groups& groups, study::Value entries);

} // namespace trialdex::results
