#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
namespace trialdex::web {
api::Response outcomes_page(const StudyRequest& request, std::string_view) {
    return results_response(request, {.part = "outcomes", .title = "Outcomes", .path = "outcomes", .sentence = ""},
                            Html());
}
api::Response outcomes_csv(const StudyRequest& request, std::string_view) {
    results::CsvWriter csv;
    return csv_response(request, "outcomes", csv);
}
} // namespace trialdex::web
