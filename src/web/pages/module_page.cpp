#include "web/pages/module_page.h"

#include "web/pages/error_page.h"
#include "web/pages/module_page/show.h"
#include "web/path/local_groups.h"
#include "web/path/node_words.h"

namespace trialdex::web {

namespace {

using study::NodePlace;

// A path that names something else than its own canonical address: the page of a field's parent, another case, an
// alias.
api::Response redirect_to(const StudyRequest& request, const NodePlace& place) {
    std::string target = "/study/" + request.stored.id.text();
    if (!place.path.empty()) target += "/" + encode_path(place.path);
    api::Response response = redirect(request.page.request, target);
    // Beside the sections stands only whether there are results, which the study page tells in a notice.
    const bool is_has_results = place.steps.empty() && place.field == "hasResults";
    if (!place.field.empty()) response.location += "#" + (is_has_results ? "results-notice" : encode_path(place.field));
    return response;
}

std::string name_of_last(const NodePlace& place) {
    if (place.steps.empty()) return "The study";
    const study::PathStep& last = place.steps.back();
    return last.index ? nodes::shortened(nodes::element_name(last, nodes::nearest_groups(place.steps)), 80)
                      : nodes::structure_name(last.node, last.value.key());
}

api::Response no_such_node(const StudyRequest& request, const NodePlace& place) {
    const std::string id = request.stored.id.text();
    Problem problem{.status = 404, .title = {}, .what = {}, .ways_on = {}};
    if (place.outcome == NodePlace::Outcome::Absent) {
        const std::string name = nodes::structure_name(place.absent, place.absent->name);
        problem.title = name + ": not in this record";
        problem.what = "The record of " + id + " has no part of this name. Other studies may have it.";
    } else {
        problem.title = "No such part of the record";
        problem.what =
            "The record of " + id + " has nothing called “" + nodes::shortened(place.rest, 60) + "” at this place.";
    }
    if (!place.steps.empty()) {
        problem.ways_on.emplace_back("The nearest part that is there: " + name_of_last(place),
                                     request.address.node(place.path));
    }
    problem.ways_on.emplace_back("The whole study " + id, request.address.study());
    problem.ways_on.emplace_back("All parts that records can have", "/modules");
    return error_page(request.page, problem);
}

} // namespace

api::Response module_page(const StudyRequest& request, std::string_view path) {
    const NodePlace place = study::resolve_path(request.root, path);
    switch (place.outcome) {
    case NodePlace::Outcome::Absent:
    case NodePlace::Outcome::Unknown: return no_such_node(request, place);
    case NodePlace::Outcome::Field: return redirect_to(request, place);
    case NodePlace::Outcome::Node: break;
    }
    if (place.path != path || place.steps.empty()) return redirect_to(request, place);
    return nodes::show({request, place, nodes::nearest_groups(place.steps)});
}

} // namespace trialdex::web
