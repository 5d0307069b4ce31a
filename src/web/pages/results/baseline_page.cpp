#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
namespace trialdex::web {
api::Response baseline_page(const StudyRequest& request, std::string_view) {
    return results_response(
        request, {.part = "baseline", .title = "Baseline characteristics", .path = "baseline", .sentence = ""}, Html());
}
api::Response baseline_csv(const StudyRequest& request, std::string_view) {
    results::CsvWriter csv;
    return csv_response(request, "baseline", csv);
}
} // namespace trialdex::web
