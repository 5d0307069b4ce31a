// What the study said it would measure: primary outcomes in full view, long lists of others on demand.
#include "web/components/calculated.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <array>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenOutcomes = 8;
constexpr std::array<std::string_view, 3> kOutcomeNames = {"measure", "description", "timeFrame"};

void one_outcome(Html& html, const schema::Node& node, study::Value outcome) {
    html.open("li").open("p", {{"class", "measure"}});
    plain_text(html, outcome["measure"].text());
    html.close("p");
    if (const study::Value frame = outcome["timeFrame"]) {
        html.open("p", {{"class", "time-frame"}}).element("span", "When: ", {{"class", "inline-label"}});
        plain_text(html, frame.text());
        html.close("p");
    }
    if (outcome["description"]) markup(html, outcome["description"].text());
    fact_list(html, node, outcome, {.skip = kOutcomeNames});
    html.close("li");
}

void outcomes(Html& html, const StudyView& study, std::string_view name) {
    const study::Value list = study.outcomes[name];
    if (list.size() == 0) return;
    const schema::Node& node = node_at("protocolSection.outcomesModule." + std::string(name));
    html.open("h3").text(node.label).text(" ");
    html.open("span", {{"class", "count"}});
    calculated_count(html, list.size());
    html.close("span").close("h3");
    const bool is_long = list.size() > kOpenOutcomes;
    if (is_long) html.open("details").element("summary", "Show all " + lower_case(node.label)); // counted above
    html.open("ol", {{"class", "outcomes"}});
    for (const study::Value outcome : list) one_outcome(html, node, outcome);
    html.close("ol");
    if (is_long) html.close("details");
}

} // namespace

void outcomes_section(Html& html, const StudyView& study) {
    outcomes(html, study, "primaryOutcomes");
    outcomes(html, study, "secondaryOutcomes");
    outcomes(html, study, "otherOutcomes");
}

} // namespace trialdex::web
