// Lists whose figures stand one level down, one entry a group ({"groupId": "EG000", "numAffected": 3, ...}): their
// tables get a column for each group. Which lists those are, and how a figure reads, is one row each of a table.
#pragma once

#include "web/pages/module_page/measure.h"
#include "web/pages/module_page/view.h"

namespace trialdex::web::nodes {

struct GroupColumns {
    std::string_view rows; // the JSON name of their list
    std::string_view list; // the member of a row that has an entry for each group
    void (*figure)(Html& html, const Measure& measure, const LocalGroup& group, study::Value entry);
};

// nullptr for rows that have no figures by group.
const GroupColumns* group_columns(const schema::Node* rows);

// One <th> a group: its title, its id, leading to its page.
void group_heads(Html& html, const ModuleView& view, const LocalGroups& groups);

// One <td> a group.
void group_figures(Html& html, const GroupColumns& columns, const Measure& measure, const LocalGroups& groups,
                   study::Value row);

} // namespace trialdex::web::nodes
