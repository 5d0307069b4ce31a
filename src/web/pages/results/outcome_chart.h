// Pictures of one outcome: its figures by group, and the estimates of its analyses as a forest plot.
#pragma once

#include "results/outcomes.h"
#include "web/components/chart/dot_chart.h"

#include <cstddef>
#include <vector>

namespace trialdex::web {

// Rows `begin` to `end` of the measure. Counts as bars of the percentage of those analysed where that is known, other
// figures as points with their interval. Empty (can_draw() is false) when the figures are words, or lie so far apart
// that one scale would show nothing.
DotChart figure_chart(const results::Measure& measure, std::size_t begin, std::size_t end);

// A forest plot for each kind of estimate that two or more analyses give, or one with an interval: estimates of
// different kinds share no scale.
std::vector<DotChart> forest_charts(const results::Outcome& outcome);

} // namespace trialdex::web
