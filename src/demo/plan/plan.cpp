#include "demo/plan/plan.h"

#include "demo/demo.h"
#include "demo/plan/sites.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

// From position `card` on, the first that this study can measure and does not measure yet.
const Measure& measurable(const Plan& plan, std::span<const Measure> measures, std::size_t card) {
    const Scope most = !plan.is_trial()                      ? Scope::Any
                       : plan.program.family->regulated_drug ? Scope::Medicine
                                                             : Scope::Trial;
    const auto is_planned = [&](const Measure& measure) {
        return std::any_of(plan.outcomes.begin(), plan.outcomes.end(),
                           [&](const PlannedOutcome& outcome) { return outcome.measure == &measure; });
    };
    while (measures[card % measures.size()].scope > most || is_planned(measures[card % measures.size()])) ++card;
    return measures[card % measures.size()];
}

void plan_outcomes(Plan& plan) {
    const auto add = [&](std::string_view type, const Measure& measure) {
        plan.outcomes.push_back(
            {type, &measure, plan.fill(measure.title), plan.fill(measure.description), plan.fill(measure.time_frame)});
    };
    Random random = plan.random("outcomes");
    const int primaries = random.chance(30) ? 2 : 1;
    for (int i = 0; i < primaries; ++i) {
        const std::size_t card = plan.turn().deal(primary_measures().size(), "primary outcome");
        add("PRIMARY", measurable(plan, primary_measures(), card + static_cast<std::size_t>(i)));
    }
    const int others = random.between(2, 7);
    const std::size_t card = plan.turn().deal(other_measures().size(), "other outcome");
    for (int i = 0; i < others; ++i) {
        add(i < 5 ? "SECONDARY" : "OTHER_PRE_SPECIFIED",
            measurable(plan, other_measures(), card + 2 * static_cast<std::size_t>(i)));
    }
}

void plan_reported_groups(Plan& plan) {
    Random random = plan.random("reported groups");
    const bool early_end = plan.course.status == "TERMINATED";
    const int typical = early_end ? random.between(3, 20) : random.between(12, 240);
    for (const Arm& arm : plan.arms.groups) {
        plan.reported.push_back({arm.label, arm.description, typical + random.between(0, typical / 4)});
    }
    if (plan.reported.empty()) plan.reported.push_back({"All Participants", "Everybody in the study.", typical});
    for (const ReportedGroup& group : plan.reported) plan.enrollment += group.participants;
}

// The registry stores odd plans as they come: nobody at all, or eight nines.
constexpr std::int64_t kEightNines = 99'999'999;

std::int64_t planned_enrollment(const Plan& plan) {
    if (plan.course.status == "WITHDRAWN") return 0;
    if (plan.is_observational() && plan.turn().once_in(20, "eight nines")) return kEightNines;
    Random random = plan.random("enrollment");
    const int size = random.between(1, 10) * (random.chance(20) ? 100 : 12);
    return plan.is_observational() ? size * 20 : size + random.between(0, 8);
}

} // namespace

std::string nct_id_of(std::uint64_t index) { return fmt::format("NCT{:08}", kFirstNumber + index); }

std::string Plan::nct_id() const { return nct_id_of(index); }

std::string Plan::fill(std::string_view text) const {
    return fmt::format(fmt::runtime(text), program.condition->score, program.product, program.condition->relief, weeks);
}

Plan plan_of(std::uint64_t index, std::uint64_t seed) {
    Plan plan{index, seed, cast_of(index, seed)};
    plan.program = program_of(index, seed);
    plan.course = course_of(plan.cast);
    plan.dates = timeline_of(plan.cast, plan.course, plan.random("timeline"));
    if (plan.is_withheld()) return plan;
    plan.arms = arms_of(plan.cast, plan.program, plan.random("arms"));
    plan.sites = sites_of(plan);
    if (plan.is_expanded_access()) return plan;
    plan.weeks = 4 * plan.random("weeks").between(4, 26);
    plan.long_texts = plan.cast.kind == Kind::Trial && plan.turn().once_in(kTrialsInRareCycle, "long texts");
    plan_outcomes(plan);
    if (plan.has_results()) {
        plan_reported_groups(plan);
    } else {
        plan.enrollment = planned_enrollment(plan);
    }
    return plan;
}

} // namespace trialdex::demo
