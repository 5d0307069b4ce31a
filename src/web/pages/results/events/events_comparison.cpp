// Risk difference and risk ratio of two groups, on request: worked out by us, and said to be.
#include "results/statistics.h"
#include "web/components/calculated.h"
#include "web/components/group_marks.h"
#include "web/pages/results/events/events_view.h"

#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace trialdex::web {

namespace {

// "−3.2": a minus sign as long as a plus, and no "-0.0".
std::string points(double share) {
    std::string text = fmt::format("{:.1f}", std::abs(share) * 100);
    if (text == "0.0") return text;
    return (share < 0 ? "−" : "+") + text;
}

std::string factor(double ratio) {
    if (ratio >= 100) return fmt::format("{:.0f}", ratio);
    if (ratio > 0 && ratio < 0.005) return "<0.01";
    return fmt::format("{:.2f}", ratio);
}

std::string in_words(const results::Estimate& estimate, const std::function<std::string(double)>& number) {
    std::string text = number(estimate.value);
    if (estimate.interval) {
        text += fmt::format(" ({} to {})", number(estimate.interval->low), number(estimate.interval->high));
    }
    return text;
}

void estimate_cell(Html& html, const std::optional<results::Estimate>& estimate, std::string_view missing,
                   const std::function<std::string(double)>& number, std::string_view how) {
    html.open("td", {{"class", "compared"}});
    if (estimate) {
        calculated(html, in_words(*estimate, number), how);
    } else {
        html.element("span", missing, {{"class", "absent"}});
    }
    html.close("td");
}

} // namespace

void comparison_head(Html& html) {
    html.open("th", {{"scope", "col"}, {"class", "compared"}}).text("Risk difference ");
    html.element("span", "percentage points (95% interval)", {{"class", "unit"}}).close("th");
    html.open("th", {{"scope", "col"}, {"class", "compared"}}).text("Risk ratio ");
    html.element("span", "(95% interval)", {{"class", "unit"}}).close("th");
}

void comparison_cells(Html& html, const results::EventFigure& first, const results::EventFigure& second) {
    if (!first.risk || !second.risk) {
        html.element("td", "not without both counts", {{"class", "compared absent"}, {"colspan", "2"}});
        return;
    }
    const std::string how =
        fmt::format("{} of {} and {} of {}", first.affected, first.at_risk, second.affected, second.at_risk);
    estimate_cell(html, results::risk_difference(*first.risk, *second.risk), "none", points, how);
    estimate_cell(html, results::risk_ratio(*first.risk, *second.risk), "none: 0 in the second", factor, how);
}

void comparison_note(Html& html, const EventsView& view) {
    const auto& [first, second] = *view.question.compared;
    html.open("div", {{"class", "callout comparison-note"}});
    html.element("p", "Calculated by trialdex, unadjusted, many comparisons", {{"class", "callout-label"}});
    html.open("p").text("First group: ");
    group_marker(html, first);
    html.text(" ");
    group_title(html, view.events.groups[first]);
    html.text(". Second: ");
    group_marker(html, second);
    html.text(" ");
    group_title(html, view.events.groups[second]);
    html.text(". The difference is the first group’s risk minus the second’s, the ratio the first divided by the "
              "second.");
    html.close("p");
    html.element(
        "p", "Nothing but the counts goes into them: not how long participants were watched, not how groups "
             "differed. Of 100 intervals around no difference at all, about five will miss it by chance. Intervals: "
             "Newcombe’s for the difference, Katz’s for the ratio.");
    html.close("div");
}

} // namespace trialdex::web
