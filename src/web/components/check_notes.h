// What does not add up in a part of the results, said beside it.
#pragma once

#include "study/json.h"
#include "web/components/node_link.h"
#include "web/html.h"

#include <string_view>

namespace trialdex::web {

// A quiet box with the findings at or below the node `under` ("resultsSection/adverseEventsModule"), each with a link
// to its place in the record; nothing when there are none.
void check_notes(Html& html, const StudyAddress& address, study::Value root, std::string_view under);

} // namespace trialdex::web
