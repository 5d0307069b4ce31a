#include "results/statistics.h"

#include <algorithm>
#include <cmath>

namespace trialdex::results {

namespace {

// The normal distribution's 97.5th percentile: 95 % lie within it on both sides.
constexpr double kNormal = 1.959963984540054;

Interval wilson(const Risk& risk) {
    const auto n = static_cast<double>(risk.at_risk);
    const double share = risk.share();
    const double square = kNormal * kNormal;
    const double middle = (share + square / (2 * n)) / (1 + square / n);
    const double half = kNormal / (1 + square / n) * std::sqrt(share * (1 - share) / n + square / (4 * n * n));
    // The ends of 0 of n and n of n are 0 and 1 exactly; rounding must not make them -1e-17.
    return {risk.affected == 0 ? 0 : std::max(0.0, middle - half),
            risk.affected == risk.at_risk ? 1 : std::min(1.0, middle + half)};
}

double square(double x) { return x * x; }

} // namespace

bool is_countable(const Risk& risk) { return risk.at_risk > 0 && risk.affected <= risk.at_risk; }

std::optional<Interval> risk_interval(const Risk& risk) {
    if (!is_countable(risk)) return std::nullopt;
    return wilson(risk);
}

std::optional<Estimate> risk_difference(const Risk& first, const Risk& second) {
    if (!is_countable(first) || !is_countable(second)) return std::nullopt;
    const Interval one = wilson(first);
    const Interval two = wilson(second);
    const double difference = first.share() - second.share();
    const double below = std::sqrt(square(first.share() - one.low) + square(two.high - second.share()));
    const double above = std::sqrt(square(one.high - first.share()) + square(second.share() - two.low));
    return Estimate{difference, Interval{difference - below, difference + above}};
}

std::optional<Estimate> risk_ratio(const Risk& first, const Risk& second) {
    if (!is_countable(first) || !is_countable(second) || second.affected == 0) return std::nullopt;
    Estimate estimate{first.share() / second.share(), std::nullopt};
    const auto part = [](const Risk& risk) {
        return 1 / static_cast<double>(risk.affected) - 1 / static_cast<double>(risk.at_risk);
    };
    if (first.affected == 0) return estimate;
    const double variance = part(first) + part(second);
    if (variance <= 0) return estimate;
    const double factor = std::exp(kNormal * std::sqrt(variance));
    estimate.interval = Interval{estimate.value / factor, estimate.value * factor};
    return estimate;
}

} // namespace trialdex::results
