// What the results hold, in outline: caveats first, then how many took part, what was measured, what adverse events
// occurred. Every line leads to the full account on the module pages.
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <charconv>
#include <optional>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenMeasures = 8;

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != ',') digits += c; // "1,234"
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

// Sum over the groups; nothing when one of them gives no number.
std::optional<std::uint64_t> total(study::Value achievements) {
    std::uint64_t sum = 0;
    for (const study::Value count : achievements) {
        const auto number = whole_number(count["numSubjects"].text());
        if (!number) return std::nullopt;
        sum += *number;
    }
    return achievements.size() > 0 ? std::optional(sum) : std::nullopt;
}

study::Value milestone(study::Value period, std::string_view type) {
    for (const study::Value candidate : period["milestones"]) {
        if (candidate["type"].text() == type) return candidate;
    }
    return {};
}

void number_cell(Html& html, const std::optional<std::uint64_t>& number) {
    if (number) {
        html.element("td", grouped(*number), {{"class", "number"}});
    } else {
        html.element("td", "no total", {{"class", "number absent"}});
    }
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

// "Participant flow" as a heading that leads to the module.
void module_heading(Html& html, const StudyView& study, std::string_view name) {
    const schema::Node& node = node_at("resultsSection." + std::string(name));
    html.open("h3").link(study.request.address.node("resultsSection/" + std::string(name)), node.label).close("h3");
}

void flow(Html& html, const StudyView& study) {
    const study::Value module = study.results["participantFlowModule"];
    if (!module) return;
    module_heading(html, study, "participantFlowModule");
    html.element("p", "All groups together (" + counted(module["groups"].size(), "group", "groups") + ").",
                 {{"class", "note"}});
    open_table(html, "Participants by period");
    head_row(html, {"Period", "Started", "Completed", "Did not complete"});
    html.open("tbody");
    for (const study::Value period : module["periods"]) {
        const auto started = total(milestone(period, "STARTED")["achievements"]);
        const auto completed = total(milestone(period, "COMPLETED")["achievements"]);
        html.open("tr").open("th", {{"scope", "row"}});
        plain_text(html, period["title"].text());
        html.close("th");
        number_cell(html, started);
        number_cell(html, completed);
        number_cell(html, started && completed && *started >= *completed ? std::optional(*started - *completed)
                                                                         : std::nullopt);
        html.close("tr");
    }
    html.close("tbody");
    close_table(html);
}

void baseline(Html& html, const StudyView& study) {
    const study::Value module = study.results["baselineCharacteristicsModule"];
    if (!module) return;
    module_heading(html, study, "baselineCharacteristicsModule");
    html.open("ul", {{"class", "inline-list"}});
    for (const study::Value measure : module["measures"]) {
        html.open("li");
        plain_text(html, measure["title"].text());
        html.close("li");
    }
    html.close("ul");
}

void one_measure(Html& html, const StudyView& study, study::Value measure, std::size_t index) {
    const std::string path = "resultsSection/outcomeMeasuresModule/outcomeMeasures/" + std::to_string(index);
    html.open("li").open("p", {{"class", "measure"}});
    const std::string title = text_of(measure["title"]);
    html.link(study.request.address.node(path), title.empty() ? "Outcome without a name" : std::string_view(title));
    html.close("p").open("p", {{"class", "time-frame"}});
    html.text(words_of("OutcomeMeasureType", measure["type"]));
    if (measure["timeFrame"]) {
        html.text(" · ");
        plain_text(html, measure["timeFrame"].text());
    }
    if (measure["reportingStatus"].text() == "NOT_POSTED") {
        html.text(" · ").text(words_of("ReportingStatus", measure["reportingStatus"]));
    }
    html.close("p").close("li");
}

void measures(Html& html, const StudyView& study) {
    const study::Value list = study.results["outcomeMeasuresModule"]["outcomeMeasures"];
    if (list.size() == 0) return;
    module_heading(html, study, "outcomeMeasuresModule");
    const bool is_long = list.size() > kOpenMeasures;
    if (is_long)
        html.open("details").element("summary", "Show all " + std::to_string(list.size()) + " outcome measures");
    html.open("ol", {{"class", "outcomes"}});
    std::size_t index = 0;
    for (const study::Value measure : list) one_measure(html, study, measure, index++);
    html.close("ol");
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
    module_heading(html, study, "adverseEventsModule");
    html.open("p", {{"class", "note"}}).text("Participants affected, of those watched.");
    if (module["timeFrame"]) {
        html.text(" Watched: " + as_sentence(text_of(module["timeFrame"])));
    }
    if (module["frequencyThreshold"]) {
        html.text(" Other events are listed when they occurred in more than " + text_of(module["frequencyThreshold"]) +
                  "% of a group.");
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
    if (!study.results) return;
    const study::Value more = study.results["moreInfoModule"];
    if (const study::Value caveats = more["limitationsAndCaveats"]["description"]) {
        html.open("div", {{"class", "callout"}}).element("p", "Limitations and caveats", {{"class", "callout-label"}});
        markup(html, caveats.text());
        html.close("div");
    }
    flow(html, study);
    baseline(html, study);
    measures(html, study);
    adverse_events(html, study);
    if (more) {
        module_heading(html, study, "moreInfoModule");
        html.element("p", node_at("resultsSection.moreInfoModule").explanation, {{"class", "note"}});
    }
}

} // namespace trialdex::web
