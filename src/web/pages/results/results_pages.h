// Everything below /study/NCT…/results: pages for people and the same tables as CSV.
#pragma once

#include "web/study_request.h"

#include <string_view>

namespace trialdex::web {

// `path` is what follows "results", without slashes at its ends: "", "outcomes/3", "flow.csv". The record has results.
api::Response results_pages(const StudyRequest& request, std::string_view path);

// One file each; `rest` is what follows the route's own path.
api::Response results_overview_page(const StudyRequest& request, std::string_view rest);
api::Response flow_page(const StudyRequest& request, std::string_view rest);
api::Response flow_csv(const StudyRequest& request, std::string_view rest);
api::Response baseline_page(const StudyRequest& request, std::string_view rest);
api::Response baseline_csv(const StudyRequest& request, std::string_view rest);
api::Response outcomes_page(const StudyRequest& request, std::string_view rest);
api::Response outcomes_csv(const StudyRequest& request, std::string_view rest);
api::Response outcome_page(const StudyRequest& request, std::string_view rest);
api::Response adverse_events_page(const StudyRequest& request, std::string_view rest);
api::Response adverse_events_csv(const StudyRequest& request, std::string_view rest);
api::Response adverse_event_groups_csv(const StudyRequest& request, std::string_view rest);
api::Response more_results_page(const StudyRequest& request, std::string_view rest);

} // namespace trialdex::web
