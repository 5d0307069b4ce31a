#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
namespace trialdex::web {
api::Response outcome_page(const StudyRequest& request, std::string_view rest) {
    return results_response(
        request, {.part = "outcomes", .title = "Outcome", .path = "outcomes/" + std::string(rest), .sentence = ""},
        Html());
}
} // namespace trialdex::web
