// All outcomes as a list by kind, in pages; the CSV has the figures of all of them.
#include "results/outcomes.h"
#include "web/components/calculated.h"
#include "web/components/contents.h"
#include "web/components/entities.h"
#include "web/components/scroll_table.h"
#include "web/components/value.h"
#include "web/pages/module_page/pager.h"
#include "web/pages/results/figure_csv.h"
#include "web/pages/results/outcome_list.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
#include "web/pages/study/parts.h"

#include <algorithm>

namespace trialdex::web {

namespace {

constexpr std::size_t kOutcomesOnPage = 50; // the longest real list has 226

} // namespace

api::Response outcomes_page(const StudyRequest& request, std::string_view) {
    const auto lines = results::outcome_lines(request.root["resultsSection"]);
    const nodes::PageSlice slice = nodes::page_slice(request.page.request, lines.size(), kOutcomesOnPage);
    Html body;
    if (lines.empty()) body.element("p", "The list of outcomes is empty in the record.", {{"class", "absent"}});
    nodes::pager(body, request.page.request, slice, "Pages of outcomes, above them");
    std::size_t number = 0;
    for (const OutcomeGroup& group : outcome_groups(lines)) {
        ++number;
        const std::size_t begin = std::max(group.begin, slice.begin);
        const std::size_t end = std::min(group.end, slice.end);
        if (begin >= end) continue;
        section_heading(body, "kind-" + std::to_string(number),
                        std::string(group.label) + ": " + grouped(static_cast<std::uint64_t>(group.end - group.begin)));
        outcome_list(body, request.address, std::span(lines).subspan(begin, end - begin));
    }
    nodes::pager(body, request.page.request, slice, "Pages of outcomes, below them");
    if (has_calculated(body)) calculated_note(body, "Numbers");
    if (!lines.empty()) {
        csv_link(body, results_address(request.address, "outcomes.csv"), "Download the figures of all outcomes as CSV");
    }
    return results_response(request,
                            {.part = "outcomes",
                             .title = "Outcomes",
                             .path = "outcomes",
                             .sentence = "What the study measured. The primary outcomes decide whether it reached its "
                                         "aim; the others add to the picture.",
                             .node = std::string(results::kOutcomesPath)},
                            body);
}

api::Response outcomes_csv(const StudyRequest& request, std::string_view) {
    const study::Value section = request.root["resultsSection"];
    results::CsvWriter csv;
    figure_csv_head(csv);
    const std::size_t count = section["outcomeMeasuresModule"]["outcomeMeasures"].size();
    for (std::size_t number = 1; number <= count; ++number) {
        const results::Outcome outcome = results::read_outcome(section, number);
        figure_csv_rows(csv, words_of("OutcomeMeasureType", outcome.measure.value["type"]), outcome.measure);
    }
    return csv_response(request, "outcomes", csv);
}

} // namespace trialdex::web
