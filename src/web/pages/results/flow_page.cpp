#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
namespace trialdex::web {
api::Response flow_page(const StudyRequest& request, std::string_view) {
    return results_response(request, {.part = "flow", .title = "Participant flow", .path = "flow", .sentence = ""},
                            Html());
}
api::Response flow_csv(const StudyRequest& request, std::string_view) {
    results::CsvWriter csv;
    return csv_response(request, "flow", csv);
}
} // namespace trialdex::web
