// One outcome whole: what was measured, on whom, the picture, the table, the analyses, and the way to its neighbours.
#include "results/csv.h"
#include "results/outcomes.h"
#include "web/components/check_notes.h"
#include "web/components/contents.h"
#include "web/components/entities.h"
#include "web/components/fact_list.h"
#include "web/components/group_marks.h"
#include "web/components/markup.h"
#include "web/components/scroll_table.h"
#include "web/components/value.h"
#include "web/pages/module_page/pager.h"
#include "web/pages/results/analysis_list.h"
#include "web/pages/results/figure_csv.h"
#include "web/pages/results/figure_table.h"
#include "web/pages/results/outcome_chart.h"
#include "web/pages/results/outcome_list.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
#include "web/path/node_words.h"

#include <charconv>

namespace trialdex::web {

namespace {

using results::Outcome;

constexpr std::size_t kRowsOnPage = 100; // the longest real outcome has 506

// "3" or "3/analyses" with or without ".csv" behind; number 0 when it is none of these.
struct Asked {
    std::size_t number = 0;
    bool is_csv = false;
    bool is_analyses = false;
};

Asked asked_for(std::string_view rest) {
    Asked asked;
    if (rest.ends_with(".csv")) {
        asked.is_csv = true;
        rest.remove_suffix(4);
    }
    if (asked.is_csv && rest.ends_with("/analyses")) {
        asked.is_analyses = true;
        rest.remove_suffix(9);
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const bool is_canonical = !rest.empty() && rest[0] != '0';
    if (error == std::errc() && end == rest.data() + rest.size() && is_canonical) asked.number = number;
    return asked;
}

std::string address_of(const StudyRequest& request, std::size_t number, std::string_view suffix = "") {
    return results_address(request.address, "outcomes/" + std::to_string(number) + std::string(suffix));
}

void what_was_measured(Html& html, const Outcome& outcome) {
    const results::Measure& measure = outcome.measure;
    open_facts(html);
    if (!measure.description.empty()) fact(html, "What was measured", [&] { markup(html, measure.description); });
    fact(html, "Time frame", [&] {
        if (outcome.line.time_frame.empty()) {
            html.element("span", kNotInRecord, {{"class", "absent"}});
        } else {
            plain_text(html, outcome.line.time_frame);
        }
    });
    if (!measure.population.empty()) fact(html, "Who was analysed", [&] { markup(html, measure.population); });
    const std::string kind = results::kind_in_words(measure);
    if (!kind.empty()) fact(html, "Kind of figure", [&] { html.text(kind); });
    if (!measure.unit.empty()) fact(html, "Unit", [&] { plain_text(html, measure.unit); });
    if (const study::Value counted_in = measure.value["typeUnitsAnalyzed"]) {
        fact(html, "Counted besides participants", [&] { plain_text(html, counted_in.text()); });
    }
    close_facts(html);
}

void no_figures(Html& html, const Outcome& outcome) {
    html.open("p", {{"class", "absent"}}).text("No figures are posted for this outcome");
    if (!outcome.line.anticipated.empty()) {
        html.text("; they are expected ");
        date(html, outcome.line.anticipated);
    }
    html.text(". This does not mean that nothing was found.").close("p");
}

void figures(Html& html, const StudyRequest& request, const Outcome& outcome) {
    const results::Measure& measure = outcome.measure;
    section_heading(html, "figures", "Figures");
    group_list(html, measure.groups);
    const nodes::PageSlice slice = nodes::page_slice(request.page.request, measure.rows(), kRowsOnPage);
    dot_chart(html, figure_chart(measure, slice.begin, slice.end));
    nodes::pager(html, request.page.request, slice, "Pages of rows, above them");
    open_scroll_table(html, "Figures by group");
    html.open("thead").open("tr").element("th", kind_and_unit(measure), {{"scope", "col"}});
    group_head_cells(html, measure.groups);
    html.close("tr").close("thead").open("tbody");
    denominator_row(html, measure.denominators);
    FigureNotes notes;
    measure_rows(html, measure, slice.begin, slice.end, notes);
    html.close("tbody");
    close_scroll_table(html);
    nodes::pager(html, request.page.request, slice, "Pages of rows, below them");
    figure_notes(html, notes);
    csv_link(html, address_of(request, outcome.line.number, ".csv"));
}

void neighbour(Html& html, const StudyRequest& request, std::string_view label, const results::OutcomeLine& line) {
    html.open("li").element("span", label, {{"class", "way-label"}}).text(" ");
    html.link(address_of(request, line.number),
              line.title.empty() ? std::string("Outcome without a title") : nodes::shortened(line.title, 120));
    html.close("li");
}

void neighbours(Html& html, const StudyRequest& request, std::size_t number) {
    const auto lines = results::outcome_lines(request.root["resultsSection"]);
    html.open("nav", {{"aria-label", "Other outcomes"}}).open("ul", {{"class", "ways-on"}});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].number != number) continue;
        if (i > 0) neighbour(html, request, "Previous outcome:", lines[i - 1]);
        if (i + 1 < lines.size()) neighbour(html, request, "Next outcome:", lines[i + 1]);
    }
    html.open("li").element("span", "All:", {{"class", "way-label"}}).text(" ");
    html.link(results_address(request.address, "outcomes"), "the list of outcomes").close("li");
    html.close("ul").close("nav");
}

api::Response figures_csv(const StudyRequest& request, const Outcome& outcome) {
    results::CsvWriter csv;
    figure_csv_head(csv);
    figure_csv_rows(csv, outcome_kind_label(outcome.line.kind), outcome.measure);
    return csv_response(request, "outcome-" + std::to_string(outcome.line.number), csv);
}

api::Response analyses_csv(const StudyRequest& request, const Outcome& outcome) {
    results::CsvWriter csv;
    csv.row({"Measure", "Analysis", "Group ids", "Groups", "Estimate kind", "Estimate", "Interval sides",
             "Interval percent", "Lower limit", "Upper limit", "P-value", "Method", "Hypothesis", "Hypothesis comment",
             "Dispersion", "Dispersion value", "Comment"});
    const std::string title = decode_entities(outcome.measure.title);
    std::size_t number = 0;
    for (const results::Analysis& one : outcome.analyses) {
        std::string ids;
        for (const std::string_view id : one.group_ids) ids += (ids.empty() ? "" : " ") + std::string(id);
        csv.row({title, std::to_string(++number), ids, compared_groups(outcome, one),
                 decode_entities(one.estimate_kind), decode_entities(one.estimate), one.interval_sides,
                 one.interval_percent, decode_entities(one.lower), decode_entities(one.upper),
                 decode_entities(one.p_value), decode_entities(one.method), one.hypothesis,
                 decode_entities(one.hypothesis_comment), one.dispersion, decode_entities(one.dispersion_value),
                 decode_entities(one.estimate_comment)});
    }
    return csv_response(request, "outcome-" + std::to_string(outcome.line.number) + "-analyses", csv);
}

} // namespace

api::Response outcome_page(const StudyRequest& request, std::string_view rest) {
    const Asked asked = asked_for(rest);
    const Outcome outcome = results::read_outcome(request.root["resultsSection"], asked.number);
    if (outcome.line.number == 0)
        return no_such_part(request, "This record’s results have no outcome at this address.");
    if (asked.is_analyses) return analyses_csv(request, outcome);
    if (asked.is_csv) return figures_csv(request, outcome);

    Html body;
    what_was_measured(body, outcome);
    check_notes(body, request.address, request.root, outcome.measure.path);
    if (outcome.line.has_figures) {
        figures(body, request, outcome);
    } else {
        no_figures(body, outcome);
        group_list(body, outcome.measure.groups);
    }
    if (!outcome.analyses.empty()) {
        section_heading(body, "analyses", "Statistical analyses");
        analysis_list(body, request.address, outcome);
        csv_link(body, address_of(request, outcome.line.number, "/analyses.csv"), "Download the analyses as CSV");
    }
    neighbours(body, request, outcome.line.number);
    const std::string number = std::to_string(outcome.line.number);
    const std::string_view title = outcome.measure.title;
    return results_response(request,
                            {.part = "outcomes",
                             .title = title.empty() ? "Outcome " + number + ", without a title" : std::string(title),
                             .path = "outcomes/" + number,
                             .sentence = "",
                             .node = outcome.measure.path,
                             .kicker = std::string(outcome_kind_label(outcome.line.kind))},
                            body);
}

} // namespace trialdex::web
