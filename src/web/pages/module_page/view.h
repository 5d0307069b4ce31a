// What all parts of a module page look at: the request, the node it is about, and the groups its figures refer to.
#pragma once

#include "web/path/local_groups.h"
#include "web/path/node_ref.h"
#include "web/study_request.h"

#include <string>

namespace trialdex::web::nodes {

struct ModuleView {
    const StudyRequest& request;
    const study::NodePlace& place; // with at least one step
    LocalGroups groups;            // of the nearest structure that lists some

    const study::PathStep& step() const { return place.steps.back(); }
    NodeRef self() const { return {step().node, step().value, place.path}; }
    std::string href(std::string_view path) const { return request.address.node(path); }
};

} // namespace trialdex::web::nodes
