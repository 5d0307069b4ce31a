#include "demo/members.h"
#include "demo/protocol/protocol.h"

namespace trialdex::demo {

namespace {

void write_group(JsonWriter& out, const Plan& plan, std::string_view key, std::string_view type) {
    std::vector<const PlannedOutcome*> chosen;
    for (const PlannedOutcome& outcome : plan.outcomes) {
        if (outcome.type == type) chosen.push_back(&outcome);
    }
    objects(out, key, chosen, [&](const PlannedOutcome* outcome) {
        out.member("measure", outcome->title);
        // Old records often give no more than a name.
        if (!plan.is_old()) text(out, "description", outcome->description);
        text(out, "timeFrame", outcome->time_frame);
    });
}

} // namespace

void write_outcomes(JsonWriter& out, const Plan& plan) {
    if (plan.outcomes.empty()) return;
    object(out, "outcomesModule", [&] {
        write_group(out, plan, "primaryOutcomes", "PRIMARY");
        write_group(out, plan, "secondaryOutcomes", "SECONDARY");
        write_group(out, plan, "otherOutcomes", "OTHER_PRE_SPECIFIED");
    });
}

} // namespace trialdex::demo
