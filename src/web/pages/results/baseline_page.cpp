// Who took part: baseline characteristics as one table over all groups, in pages when it is long.
#include "results/baseline.h"
#include "web/components/check_notes.h"
#include "web/components/contents.h"
#include "web/components/entities.h"
#include "web/components/group_marks.h"
#include "web/components/markup.h"
#include "web/components/scroll_table.h"
#include "web/components/value.h"
#include "web/pages/module_page/pager.h"
#include "web/pages/results/figure_csv.h"
#include "web/pages/results/figure_table.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"

namespace trialdex::web {

namespace {

constexpr std::size_t kMeasuresOnPage = 25; // real baselines have up to 64
constexpr std::size_t kRowsOfMeasure = 80;

bool has_own_denominators(const results::Measure& measure) {
    for (const results::Denominator& denominator : measure.denominators) {
        if (denominator.level == results::Denominator::Level::Measure) return true;
    }
    return false;
}

// Counts that all measures share. A measure's view of them would be in the unit of that measure.
std::vector<results::Denominator> shared_denominators(const results::Baseline& baseline, study::Value module) {
    std::vector<results::Denominator> shared(baseline.groups.size());
    const study::Value first = module["denoms"].at(0);
    const auto counts = results::by_group(baseline.groups, first["counts"]);
    for (std::size_t group = 0; group < counts.size(); ++group) {
        const std::string_view count = counts[group]["value"].text();
        if (!count.empty()) {
            shared[group] = {count, first["units"].text(), results::Denominator::Level::Module};
        }
    }
    return shared;
}

bool same_counts(const results::Measure& measure, const std::vector<results::Denominator>& shared) {
    for (std::size_t group = 0; group < measure.denominators.size() && group < shared.size(); ++group) {
        if (measure.denominators[group].count != shared[group].count) return false;
    }
    return true;
}

void measure_head(Html& html, const StudyRequest& request, const results::Measure& measure) {
    const std::string columns = std::to_string(measure.groups.size() + 1);
    html.open("tr", {{"class", "measure-head"}}).open("th", {{"scope", "rowgroup"}, {"colspan", columns}});
    html.open("div", {{"class", "across"}}).open("a", {{"href", request.address.node(measure.path)}});
    plain_text(html, measure.title.empty() ? "Untitled measure" : measure.title);
    html.close("a");
    if (!measure.parameter.empty() || !measure.unit.empty()) html.text(" ").element("small", kind_and_unit(measure));
    for (const std::string_view text : {measure.description, measure.population}) {
        if (text.empty()) continue;
        html.open("div", {{"class", "figure-note"}});
        markup(html, text);
        html.close("div");
    }
    html.close("div").close("th").close("tr");
}

void measure_body(Html& html, const StudyRequest& request, const results::Measure& measure,
                  const std::vector<results::Denominator>& shared, FigureNotes& notes) {
    html.open("tbody");
    measure_head(html, request, measure);
    if (has_own_denominators(measure) || !same_counts(measure, shared)) denominator_row(html, measure.denominators);
    measure_rows(html, measure, 0, kRowsOfMeasure, notes);
    if (measure.rows() > kRowsOfMeasure) {
        const std::string columns = std::to_string(measure.groups.size() + 1);
        html.open("tr", {{"class", "more"}}).open("td", {{"colspan", columns}});
        html.link(request.address.node(measure.path),
                  "All " + grouped(static_cast<std::uint64_t>(measure.rows())) + " rows of this characteristic");
        html.close("td").close("tr");
    }
    html.close("tbody");
}

} // namespace

api::Response baseline_page(const StudyRequest& request, std::string_view) {
    const study::Value section = request.root["resultsSection"];
    const results::Baseline baseline = results::read_baseline(section);
    const auto shared = shared_denominators(baseline, section["baselineCharacteristicsModule"]);
    const nodes::PageSlice slice = nodes::page_slice(request.page.request, baseline.measures.size(), kMeasuresOnPage);
    Html body;
    if (!baseline.population.empty()) {
        body.open("div", {{"class", "prose"}});
        markup(body, baseline.population);
        body.close("div");
    }
    check_notes(body, request.address, request.root, results::kBaselinePath);
    group_list(body, baseline.groups);
    if (baseline.measures.empty()) body.element("p", "The record lists no characteristics.", {{"class", "absent"}});
    nodes::pager(body, request.page.request, slice, "Pages of characteristics, above them");
    FigureNotes notes;
    open_scroll_table(body, "Baseline characteristics");
    body.open("thead").open("tr").element("th", "Characteristic", {{"scope", "col"}});
    group_head_cells(body, baseline.groups);
    body.close("tr").close("thead").open("tbody");
    denominator_row(body, shared);
    body.close("tbody");
    for (std::size_t i = slice.begin; i < slice.end; ++i) {
        measure_body(body, request, baseline.measures[i], shared, notes);
    }
    close_scroll_table(body);
    nodes::pager(body, request.page.request, slice, "Pages of characteristics, below them");
    figure_notes(body, notes);
    csv_link(body, results_address(request.address, "baseline.csv"));
    return results_response(request,
                            {.part = "baseline",
                             .title = "Baseline characteristics",
                             .path = "baseline",
                             .sentence = "Who took part, as measured at the start: it shows whether the groups were "
                                         "alike, and whom the results tell of.",
                             .node = std::string(results::kBaselinePath)},
                            body);
}

api::Response baseline_csv(const StudyRequest& request, std::string_view) {
    results::CsvWriter csv;
    figure_csv_head(csv);
    for (const results::Measure& measure : results::read_baseline(request.root["resultsSection"]).measures) {
        figure_csv_rows(csv, "Baseline", measure);
    }
    return csv_response(request, "baseline", csv);
}

} // namespace trialdex::web
