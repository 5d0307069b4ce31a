// The participant flow as a drawing: for each group a column of boxes from start to completion, period by period, with
// those who left and why beside it. The thickness of the connection is the share of the group that goes on.
#pragma once

#include "results/flow.h"
#include "web/html.h"

namespace trialdex::web {

// Beyond so many groups the drawings are folded; beyond so many boxes there are none (the tables have it all).
inline constexpr std::size_t kOpenFlowGroups = 6;

void flow_chart(Html& html, const results::ParticipantFlow& flow);

} // namespace trialdex::web
