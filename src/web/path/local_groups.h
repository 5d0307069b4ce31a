// The groups whose ids (FG000, BG000, OG000, EG000) figures refer to. The ids are local: to one module, and for outcome
// measures to one measure; so they are always looked up in the nearest list above, and shown with the group's title.
#pragma once

#include "study/json.h"
#include "study/node_path.h"
#include "web/components/node_link.h"
#include "web/html.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::web::nodes {

struct NodeRef;

struct LocalGroup {
    std::string_view id;
    std::string_view title; // may be empty
    study::Value value;
    std::string path;
};

class LocalGroups {
public:
    LocalGroups() = default;
    // The groups that `holder` lists itself (members "groups" or "eventGroups"); empty when it lists none.
    explicit LocalGroups(const NodeRef& holder);

    bool empty() const { return groups_.empty(); }
    std::span<const LocalGroup> all() const { return groups_; }
    const LocalGroup* find(std::string_view id) const;

private:
    std::vector<LocalGroup> groups_;
};

// The groups of the nearest step that lists some, the last step first.
LocalGroups nearest_groups(std::span<const study::PathStep> steps);

// What an element is called on pages: its title, and the group's title when all it has is the group's id.
std::string element_name(const study::PathStep& element, const LocalGroups& groups);

// "Placebo OG000", leading to the group's page; the bare id when there is no such group.
void group_name(Html& html, const LocalGroups& groups, std::string_view id, const StudyAddress& address);

} // namespace trialdex::web::nodes
