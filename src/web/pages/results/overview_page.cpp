// What the results hold, one line a part: how many started and completed, what was measured, what came of it.
#include "results/baseline.h"
#include "results/flow.h"
#include "results/outcomes.h"
#include "web/components/calculated.h"
#include "web/components/contents.h"
#include "web/components/value.h"
#include "web/pages/results/outcome_list.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
#include "web/pages/study/parts.h"

#include <fmt/format.h>

namespace trialdex::web {

namespace {

using study::Value;

constexpr std::size_t kOutcomesInOverview = 12; // of the primary ones; the list has all

void open_part(Html& html, const StudyRequest& request, std::string_view path, std::string_view label) {
    html.open("section", {{"class", "results-part"}});
    html.open("h2").link(results_address(request.address, path), label).close("h2");
}

void flow_part(Html& html, const StudyRequest& request, Value results_section) {
    const results::ParticipantFlow flow = results::participant_flow(results_section);
    open_part(html, request, "flow", "Participant flow");
    html.open("p");
    calculated_count(html, flow.groups.size(), "group", "groups");
    html.text(", ");
    calculated_count(html, flow.periods.size(), "period", "periods");
    html.text(".").close("p");
    // Groups of a crossover study come again in each period, so only the first start and the last end are told.
    if (!flow.periods.empty()) {
        const auto started = results::total(flow.periods.front().started());
        const auto completed = results::total(flow.periods.back().completed());
        html.open("p");
        if (started) {
            calculated(html, grouped(fmt::format("{:.0f}", *started)), "sum over the groups");
            html.text(flow.periods.size() > 1 ? " started the first period" : " started");
        }
        if (started && completed) html.text("; ");
        if (completed) {
            calculated(html, grouped(fmt::format("{:.0f}", *completed)), "sum over the groups");
            html.text(flow.periods.size() > 1 ? " completed the last period" : " completed");
            // A later part can have groups and people of its own (1,280 + 1,250 of 4,447 in NCT00379769).
            const auto in_the_last = results::total(flow.periods.back().started());
            if (flow.periods.size() > 1 && in_the_last) {
                html.text(", of ");
                calculated(html, grouped(fmt::format("{:.0f}", *in_the_last)), "sum over the groups");
                html.text(" who started it");
            }
        }
        html.text(started || completed ? "." : "The record gives no counts that can be added up.").close("p");
    }
    html.close("section");
}

void baseline_part(Html& html, const StudyRequest& request, Value results_section) {
    const Value module = results_section["baselineCharacteristicsModule"];
    open_part(html, request, "baseline", "Baseline");
    html.open("p");
    calculated_count(html, module["measures"].size(), "characteristic", "characteristics");
    html.text(" of those who took part.").close("p");
    html.open("ul", {{"class", "inline-list"}});
    for (const Value measure : module["measures"]) {
        html.open("li").open("bdi");
        plain_text(html, measure["title"].text().empty() ? "Untitled measure" : measure["title"].text());
        html.close("bdi").close("li");
    }
    html.close("ul").close("section");
}

void outcomes_part(Html& html, const StudyRequest& request, Value results_section) {
    const auto lines = results::outcome_lines(results_section);
    open_part(html, request, "outcomes", "Outcomes");
    html.open("p");
    std::size_t primary = 0;
    for (const OutcomeGroup& group : outcome_groups(lines)) {
        html.text(group.begin > 0 ? ", " : "");
        const std::string label = lower_case(group.label); // in the singular when there is one
        calculated_count(html, group.end - group.begin, label, label);
        if (group.kind == results::OutcomeKind::Primary) primary = group.end - group.begin;
    }
    html.text(lines.empty() ? "The list of outcomes is empty in the record." : ".").close("p");
    const std::size_t shown = std::min(primary > 0 ? primary : lines.size(), kOutcomesInOverview);
    outcome_list(html, request.address, std::span(lines).first(shown));
    if (shown < lines.size()) {
        html.open("p").open("a", {{"href", results_address(request.address, "outcomes")}}).text("All ");
        calculated_count(html, lines.size(), "outcome", "outcomes");
        html.close("a").close("p");
    }
    html.close("section");
}

void adverse_events_part(Html& html, const StudyRequest& request, Value results_section) {
    const Value module = results_section["adverseEventsModule"];
    open_part(html, request, "adverse-events", "Adverse events");
    html.open("p").text("Unwanted medical events, whether or not the treatment caused them: ");
    calculated_count(html, module["seriousEvents"].size(), "serious term", "serious terms");
    html.text(" and ");
    calculated_count(html, module["otherEvents"].size(), "other term", "other terms");
    html.text(" are listed.").close("p");
    html.close("section");
}

void more_part(Html& html, const StudyRequest& request, Value results_section) {
    const Value contact = results_section["moreInfoModule"]["pointOfContact"];
    open_part(html, request, "more", "Agreements and contact");
    html.open("p").text("What the sponsor and the investigators agreed on publishing, and whom to ask");
    if (const Value organization = contact["organization"]) {
        html.text(": ");
        plain_text(html, organization.text());
    }
    html.text(".").close("p").close("section");
}

} // namespace

api::Response results_overview_page(const StudyRequest& request, std::string_view) {
    const Value section = request.root["resultsSection"];
    Html body;
    caveats_box(body, section);
    constexpr void (*kWriters[])(Html&, const StudyRequest&, Value) = {
        nullptr, flow_part, baseline_part, outcomes_part, adverse_events_part, more_part};
    const auto parts = results_parts();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (has_part(section, parts[i])) kWriters[i](body, request, section);
    }
    calculated_note(body, "Numbers");
    return results_response(request,
                            {.part = "",
                             .title = "Results",
                             .path = "",
                             .sentence = "What the study team reported to the registry once data were in: the figures, "
                                         "without a judgement on what they mean.",
                             .node = "resultsSection"},
                            body);
}

} // namespace trialdex::web
