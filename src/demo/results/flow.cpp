#include "demo/results/flow.h"

#include "demo/results/numbers.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace trialdex::demo {

namespace {

// Death is last: its share is drawn apart, since it is rare.
constexpr std::array<std::string_view, 6> kReasons = {"Withdrawal by Subject", "Lost to Follow-up", "Adverse Event",
                                                      "Physician Decision",    "Moved away",        "Death"};

std::vector<std::string_view> period_titles(const Plan& plan) {
    if (plan.arms.shape == Shape::Crossover) return {"First Intervention", "Washout", "Second Intervention"};
    if (plan.turn().deal(3, "follow-up period") == 0) return {"Treatment Period", "Follow-up"};
    return {"Overall Study"};
}

std::vector<int> reasons_for(int left, Random& random) {
    const int deaths = random.chance(20) ? std::min(left, random.between(1, 2)) : 0;
    std::vector<int> reasons = split_count(left - deaths, kReasons.size() - 1, random);
    reasons.push_back(deaths);
    return reasons;
}

} // namespace

int Period::left(std::size_t group) const { return std::accumulate(reasons[group].begin(), reasons[group].end(), 0); }

std::vector<Period> flow_of(const Plan& plan) {
    Random random = plan.random("flow");
    std::vector<int> present;
    present.reserve(plan.reported.size());
    for (const ReportedGroup& group : plan.reported) present.push_back(group.participants);
    std::vector<Period> flow;
    for (const std::string_view title : period_titles(plan)) {
        Period period{title, present, {}};
        for (int& count : present) {
            const int left = random.between(0, count / 8);
            period.reasons.push_back(reasons_for(left, random));
            count -= left;
        }
        flow.push_back(std::move(period));
    }
    return flow;
}

std::span<const std::string_view> leaving_reasons() { return kReasons; }

int deaths_in(const std::vector<Period>& flow, std::size_t group) {
    int deaths = 0;
    for (const Period& period : flow) deaths += period.reasons[group].back();
    return deaths;
}

} // namespace trialdex::demo
