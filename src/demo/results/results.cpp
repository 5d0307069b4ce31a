#include "demo/results/results.h"

#include "demo/members.h"

namespace trialdex::demo {

void write_results_section(JsonWriter& out, const Plan& plan) {
    if (!plan.has_results()) return;
    object(out, "resultsSection", [&] {
        write_participant_flow(out, plan);
        write_baseline(out, plan);
        write_outcome_measures(out, plan);
        write_adverse_events(out, plan);
        write_more_info(out, plan);
    });
}

} // namespace trialdex::demo
