#include "web/pages/results/outcome_list.h"

#include "web/components/calculated.h"
#include "web/components/value.h"
#include "web/pages/results/shell.h"
#include "web/pages/study/parts.h"

namespace trialdex::web {

namespace {

struct KindWords {
    results::OutcomeKind kind;
    std::string_view one;
    std::string_view many;
};
constexpr KindWords kKinds[] = {
    {results::OutcomeKind::Primary, "Primary outcome", "Primary outcomes"},
    {results::OutcomeKind::Secondary, "Secondary outcome", "Secondary outcomes"},
    {results::OutcomeKind::OtherPreSpecified, "Other pre-specified outcome", "Other pre-specified outcomes"},
    {results::OutcomeKind::PostHoc, "Post hoc outcome", "Post hoc outcomes"},
    {results::OutcomeKind::Unnamed, "Outcome of unnamed kind", "Outcomes of unnamed kind"},
};

const KindWords& words_for(results::OutcomeKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void line(Html& html, const StudyAddress& address, const results::OutcomeLine& outcome) {
    html.open("li").open("p", {{"class", "measure"}});
    html.open("a", {{"href", results_address(address, "outcomes/" + std::to_string(outcome.number))}});
    plain_text(html, outcome.title.empty() ? "Outcome without a title" : outcome.title);
    html.close("a").close("p").open("p", {{"class", "time-frame"}});
    if (outcome.time_frame.empty()) {
        html.text("No time frame in this record");
    } else {
        html.open("bdi");
        plain_text(html, outcome.time_frame);
        html.close("bdi");
    }
    if (!outcome.has_figures) {
        html.text(" · No figures posted");
        if (!outcome.anticipated.empty()) {
            html.text(", expected ");
            date(html, outcome.anticipated);
        }
    } else if (!outcome.unit.empty()) {
        const bool is_unitless = outcome.unit == "Unitless" || outcome.unit == "unitless";
        html.text(is_unitless ? " · " : " · unit: ").open("bdi"); // "in score on a scale" would be no words
        plain_text(html, outcome.unit);
        html.close("bdi");
    }
    if (outcome.analysis_count > 0) {
        html.text(" · ");
        calculated_count(html, outcome.analysis_count, "statistical analysis", "statistical analyses");
    }
    html.close("p").close("li");
}

} // namespace

std::vector<OutcomeGroup> outcome_groups(std::span<const results::OutcomeLine> lines) {
    std::vector<OutcomeGroup> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (groups.empty() || groups.back().kind != lines[i].kind) {
            groups.push_back({lines[i].kind, words_for(lines[i].kind).many, i, i});
        }
        groups.back().end = i + 1;
        if (groups.back().end - groups.back().begin == 1) groups.back().label = words_for(lines[i].kind).one;
        if (groups.back().end - groups.back().begin > 1) groups.back().label = words_for(lines[i].kind).many;
    }
    return groups;
}

std::string_view outcome_kind_label(results::OutcomeKind kind) { return words_for(kind).one; }

void outcome_list(Html& html, const StudyAddress& address, std::span<const results::OutcomeLine> lines) {
    html.open("ul", {{"class", "outcomes"}});
    for (const results::OutcomeLine& outcome : lines) line(html, address, outcome);
    html.close("ul");
}

} // namespace trialdex::web
