// The results in short: caveats first, then how many took part, the primary outcomes with their figures, what else was
// measured, what adverse events occurred. Every part leads to its own page below /study/NCT…/results.
#include "results/flow.h"
#include "results/outcomes.h"
#include "web/components/calculated.h"
#include "web/components/chart/dot_chart.h"
#include "web/components/fact_list.h"
#include "web/components/group_marks.h"
#include "web/components/scroll_table.h"
#include "web/components/value.h"
#include "web/pages/results/analysis_list.h"
#include "web/pages/results/figure_table.h"
#include "web/pages/results/outcome_chart.h"
#include "web/pages/results/outcome_list.h"
#include "web/pages/results/shell.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenOutcomes = 8;
constexpr std::size_t kPrimaryShown = 3; // with their figures; 1 real study in 50 has more
constexpr std::size_t kSmallTableRows = 8;
constexpr std::size_t kSmallTableGroups = 6;

void number_cell(Html& html, const std::optional<double>& number) {
    if (!number) {
        html.element("td", "no total", {{"class", "number absent"}});
        return;
    }
    html.open("td", {{"class", "number"}});
    calculated(html, grouped(fmt::format("{:.0f}", *number)), "over all groups");
    html.close("td");
}

void head_row(Html& html, std::initializer_list<std::string_view> titles) {
    html.open("thead").open("tr");
    bool is_first = true;
    for (const std::string_view title : titles) {
        html.element("th", title, {{"scope", "col"}, {"class", is_first ? "" : "number"}});
        is_first = false;
    }
    html.close("tr").close("thead");
}

void open_table(Html& html, std::string_view label) {
    html.open("div", {{"class", "table"}, {"role", "group"}, {"aria-label", label}, {"tabindex", "0"}}).open("table");
}

void close_table(Html& html) { html.close("table").close("div"); }

// "Participant flow" as a heading that leads to the part's page.
void part_heading(Html& html, const StudyView& study, std::string_view path, std::string_view name) {
    const schema::Node& node = node_at("resultsSection." + std::string(name));
    html.open("h3").link(results_address(study.request.address, path), node.label).close("h3");
}

void flow(Html& html, const StudyView& study) {
    if (!study.results["participantFlowModule"]) return;
    const results::ParticipantFlow flow = results::participant_flow(study.results);
    part_heading(html, study, "flow", "participantFlowModule");
    html.open("p", {{"class", "note"}}).text("All groups together (");
    calculated_count(html, flow.groups.size(), "group", "groups");
    html.text(").").close("p");
    open_table(html, "Participants by period");
    head_row(html, {"Period", "Started", "Completed", "Did not complete"});
    html.open("tbody");
    for (const results::FlowPeriod& period : flow.periods) {
        const auto started = results::total(period.started());
        const auto completed = results::total(period.completed());
        html.open("tr").open("th", {{"scope", "row"}});
        plain_text(html, period.title);
        html.close("th");
        const auto left =
            started && completed && *started >= *completed ? std::optional(*started - *completed) : std::nullopt;
        for (const auto& number : {started, completed, left}) number_cell(html, number);
        html.close("tr");
    }
    html.close("tbody");
    close_table(html);
}

void baseline(Html& html, const StudyView& study) {
    const study::Value module = study.results["baselineCharacteristicsModule"];
    if (!module) return;
    part_heading(html, study, "baseline", "baselineCharacteristicsModule");
    html.open("ul", {{"class", "inline-list"}});
    for (const study::Value measure : module["measures"]) {
        html.open("li").open("bdi");
        plain_text(html, measure["title"].text());
        html.close("bdi").close("li");
    }
    html.close("ul");
}

void small_table(Html& html, const results::Measure& measure, std::size_t number) {
    FigureNotes notes;
    notes.comments.anchor = "outcome-" + std::to_string(number) + "-note-";
    open_scroll_table(html, "Figures by group");
    html.open("thead").open("tr").element("th", kind_and_unit(measure), {{"scope", "col"}});
    group_head_cells(html, measure.groups);
    html.close("tr").close("thead").open("tbody");
    denominator_row(html, measure.denominators);
    measure_rows(html, measure, 0, kSmallTableRows, notes);
    html.close("tbody");
    close_scroll_table(html);
    notes.percentages = false; // what their mark means, the page says once
    figure_notes(html, notes);
}

// A primary outcome with its figures when they are few; the picture for the first one only.
void primary_outcome(Html& html, const StudyView& study, const results::OutcomeLine& line, bool has_picture) {
    const results::Outcome outcome = results::read_outcome(study.results, line.number);
    outcome_list(html, study.request.address, std::span(&line, 1));
    const results::Measure& measure = outcome.measure;
    const std::size_t rows = measure.rows();
    if (rows == 0 || rows > kSmallTableRows || measure.groups.size() > kSmallTableGroups) return;
    if (has_picture) dot_chart(html, figure_chart(measure, 0, rows));
    small_table(html, measure, line.number);
    if (outcome.analyses.size() == 1) {
        const std::string sentence = analysis_sentence(outcome.analyses[0]);
        if (!sentence.empty()) html.element("p", sentence, {{"class", "analysis-sentence"}});
    }
}

void outcomes(Html& html, const StudyView& study) {
    const auto lines = results::outcome_lines(study.results);
    if (lines.empty()) return;
    part_heading(html, study, "outcomes", "outcomeMeasuresModule");
    html.open("div", {{"class", "results-body"}});
    std::size_t shown = 0;
    while (shown < lines.size() && shown < kPrimaryShown && lines[shown].kind == results::OutcomeKind::Primary) {
        primary_outcome(html, study, lines[shown], shown == 0);
        ++shown;
    }
    html.close("div");
    const auto rest = std::span(lines).subspan(shown);
    if (rest.empty()) return;
    const bool is_long = rest.size() > kOpenOutcomes;
    if (is_long) {
        html.open("details").open("summary").text(shown == 0 ? "Show all " : "Show ");
        calculated_count(html, rest.size());
        html.text(shown == 0 ? " outcomes" : " more outcomes").close("summary");
    }
    outcome_list(html, study.request.address, rest);
    if (is_long) html.close("details");
}

// "12 of 120", "no data" when the record gives none: zero and absent are two things.
void affected_cell(Html& html, study::Value affected, study::Value at_risk) {
    if (!affected) {
        html.element("td", "no data", {{"class", "number absent"}});
        return;
    }
    html.open("td", {{"class", "number"}}).text(grouped(affected.text()));
    if (at_risk) html.text(" of ").text(grouped(at_risk.text()));
    html.close("td");
}

void adverse_events(Html& html, const StudyView& study) {
    const study::Value module = study.results["adverseEventsModule"];
    if (!module) return;
    part_heading(html, study, "adverse-events", "adverseEventsModule");
    html.open("p", {{"class", "note"}}).text("Participants affected, of those watched.");
    if (module["timeFrame"]) {
        html.text(" Watched: " + as_sentence(text_of(module["timeFrame"])));
    }
    if (const std::string threshold = text_of(module["frequencyThreshold"]); threshold == "0") {
        html.text(" Other events are listed however rare they were.");
    } else if (!threshold.empty()) {
        html.text(" Other events are listed when they occurred in more than " + threshold + "% of a group.");
    }
    html.close("p");
    open_table(html, "Adverse events by group");
    head_row(html, {"Group", "Deaths from any cause", "Serious events", "Other events"});
    html.open("tbody");
    for (const study::Value group : module["eventGroups"]) {
        html.open("tr").open("th", {{"scope", "row"}});
        plain_text(html, group["title"].text());
        html.close("th");
        affected_cell(html, group["deathsNumAffected"], group["deathsNumAtRisk"]);
        affected_cell(html, group["seriousNumAffected"], group["seriousNumAtRisk"]);
        affected_cell(html, group["otherNumAffected"], group["otherNumAtRisk"]);
        html.close("tr");
    }
    html.close("tbody");
    close_table(html);
}

} // namespace

void results_section(Html& html, const StudyView& study) {
    if (study.results.size() == 0) return;
    caveats_box(html, study.results);
    html.open("p").link(results_address(study.request.address, ""), "All results, part by part").close("p");
    flow(html, study);
    baseline(html, study);
    outcomes(html, study);
    adverse_events(html, study);
    if (study.results["moreInfoModule"]) {
        part_heading(html, study, "more", "moreInfoModule");
        html.element("p", node_at("resultsSection.moreInfoModule").explanation, {{"class", "note"}});
    }
}

} // namespace trialdex::web
