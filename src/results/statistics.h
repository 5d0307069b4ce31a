// Risks and how two of them compare, each with its 95 % interval, from counts of affected and at risk. Unadjusted: it
// knows the two groups' counts and nothing else of the study. No standard of statistics is invented here:
//   one risk         Wilson's score interval (Wilson 1927; Newcombe, Stat Med 1998;17:857, method 3)
//   risk difference  Newcombe's hybrid of two score intervals (Stat Med 1998;17:873, method 10), no continuity
//   correction risk ratio       Katz's interval on the logarithm (Katz et al., Biometrics 1978;34:469)
// At zero cells nothing is added to the counts, because that would move the estimate that is shown: a ratio to a risk
// of 0 is not given, and a ratio without a standard error (nobody in the first group, or everybody in both) stands
// without an interval. Wilson's and Newcombe's need no such exception.
#pragma once

#include <cstdint>
#include <optional>

namespace trialdex::results {

struct Risk {
    std::uint64_t affected = 0;
    std::uint64_t at_risk = 0;

    double share() const { return static_cast<double>(affected) / static_cast<double>(at_risk); }
};

struct Interval {
    double low = 0;
    double high = 0;
};

// Whether a share can be said at all: somebody was at risk, and not more were affected than were at risk.
bool is_countable(const Risk& risk);

struct Estimate {
    double value = 0;
    std::optional<Interval> interval; // none where the method has none, see above
};

// All of these: nullopt where a risk is not countable.
std::optional<Interval> risk_interval(const Risk& risk);
// The first risk minus the second, from -1 to 1.
std::optional<Estimate> risk_difference(const Risk& first, const Risk& second);
// The first risk divided by the second; also nullopt when the second is 0.
std::optional<Estimate> risk_ratio(const Risk& first, const Risk& second);

} // namespace trialdex::results
