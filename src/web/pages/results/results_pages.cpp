#include "web/pages/results/results_pages.h"

#include "web/pages/results/shell.h"

#include <algorithm>

namespace trialdex::web {

namespace {

// `path` is a whole path below results, or what comes before the rest when it ends in '/'.
struct ResultsRoute {
    std::string_view path;
    api::Response (*answer)(const StudyRequest& request, std::string_view rest);
};

constexpr ResultsRoute kRoutes[] = {
    {"", results_overview_page},
    {"adverse-events", adverse_events_page},
    {"adverse-events.csv", adverse_events_csv},
    {"adverse-events/groups.csv", adverse_event_groups_csv},
    {"baseline", baseline_page},
    {"baseline.csv", baseline_csv},
    {"flow", flow_page},
    {"flow.csv", flow_csv},
    {"more", more_results_page},
    {"outcomes", outcomes_page},
    {"outcomes.csv", outcomes_csv},
    {"outcomes/", outcome_page},
};

const ResultsRoute* find_route(std::string_view path) {
    for (const ResultsRoute& route : kRoutes) {
        const bool is_prefix = route.path.ends_with('/') && path.size() > route.path.size();
        if (path == route.path || (is_prefix && path.starts_with(route.path))) return &route;
    }
    return nullptr;
}

// The part that a path belongs to: "outcomes/3" and "outcomes.csv" to "outcomes".
const ResultsPart* part_of(std::string_view path) {
    const std::string_view first = path.substr(0, path.find_first_of("/."));
    for (const ResultsPart& part : results_parts()) {
        if (part.path == first) return &part;
    }
    return nullptr;
}

} // namespace

api::Response results_pages(const StudyRequest& request, std::string_view path) {
    const ResultsRoute* route = find_route(path);
    if (!route) return no_such_part(request, "The results pages have no part at this address.");
    const ResultsPart* part = part_of(path);
    if (part && !has_part(request.root["resultsSection"], *part)) {
        return no_such_part(request, "This record’s results have no such part: " + std::string(part->label) + ".");
    }
    return route->answer(request, path.substr(route->path.size()));
}

} // namespace trialdex::web
