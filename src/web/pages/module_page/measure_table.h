// Measures with their figures: a row for each class and category, a column for each group, and above them the numbers
// of participants that they were taken from.
#pragma once

#include "web/pages/module_page/view.h"

#include <cstddef>

namespace trialdex::web::nodes {

// Real measures have up to several hundred rows; beyond this many the rest stands on the page of its classes.
inline constexpr std::size_t kMaxMeasureRows = 40;

// Several measures over the same groups, as baseline characteristics are: one table.
void measures_table(Html& html, const ModuleView& view, const NodeRef& measures, const LocalGroups& groups,
                    std::size_t begin, std::size_t end);

// One measure with groups of its own.
void measure_table(Html& html, const ModuleView& view, const NodeRef& measure, const LocalGroups& groups);

// Classes `begin` to `end` of `measure`.
void classes_table(Html& html, const ModuleView& view, const NodeRef& measure, const LocalGroups& groups,
                   std::size_t begin, std::size_t end);

} // namespace trialdex::web::nodes
