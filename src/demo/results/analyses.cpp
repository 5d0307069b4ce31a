#include "demo/codes.h"
#include "demo/members.h"
#include "demo/results/numbers.h"
#include "demo/results/results.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::uint64_t kMostAnalyses = 3;

// As they stand in records: with and without signs and zeros, and with entities of older systems.
constexpr std::array<std::string_view, 14> kPValues = {"0.0312", "<0.001", "< 0.0001", "&lt; 0.001", ".5",
                                                       "=0.05",  "0.047",  ">0.99",    "= 0.2",      "< .001",
                                                       "0.8",    "1.",     "1",        "0.00000001"};

constexpr std::array<std::string_view, 8> kMethods = {
    "ANCOVA",       "t-test, 2 sided", "Mixed Models Analysis",   "Regression, Logistic",
    "Fisher Exact", "Log Rank",        "Wilcoxon (Mann-Whitney)", "Bayesian hierarchical model"};

struct Estimate {
    std::string_view name;
    bool is_ratio; // above 0, and 1 means no difference
};

constexpr std::array<Estimate, 8> kEstimates = {{
    {"Mean Difference (Final Values)", false},
    {"Odds Ratio (OR)", true},
    {"Hazard Ratio (HR)", true},
    {"LS Mean Difference", false},
    {"Risk Ratio (RR)", true},
    {"Median Difference", false},
    {"Slope", false},
    {"Posterior Median Ratio", true},
}};

class AnalysisWriter {
public:
    AnalysisWriter(JsonWriter& out, const Plan& plan, const Turn& turn, int decimals)
        : out_(out), turn_(turn), random_(mixed(plan.seed ^ plan.index, turn.number())),
          decimals_(std::max(decimals, 1)) {}

    void write(std::size_t other) {
        const std::string_view hypothesis = deal_code(turn_, "NonInferiorityType", "hypothesis");
        if (turn_.deal(10, "described otherwise") == 0) {
            write_hypothesis(hypothesis);
            out_.member("otherAnalysisDescription", "Shown as curves in the report \\(figure 3\\); no single number.");
            write_groups(other);
            return;
        }
        const Estimate& estimate = turn_.deal_from(kEstimates, "estimate");
        const int value = estimate.is_ratio ? random_.between(62, 180) : random_.between(-40, 140);
        if (estimate.is_ratio) decimals_ = 2;
        write_estimate(estimate, value);
        write_test();
        write_interval(value);
        if (random_.chance(25)) out_.member("estimateComment", "First group against second.");
        write_hypothesis(hypothesis);
        write_groups(other);
    }

private:
    void write_estimate(const Estimate& estimate, int value) {
        out_.member("paramType", estimate.name);
        out_.member("paramValue", number_text(value, decimals_));
        if (turn_.deal(3, "no dispersion") == 0) return;
        out_.member("dispersionType", deal_code(turn_, "AnalysisDispersionType", "dispersion"));
        out_.member("dispersionValue", number_text(random_.between(1, 30), decimals_));
    }

    void write_test() {
        out_.member("statisticalMethod", turn_.deal_from(kMethods, "method"));
        if (random_.chance(30)) out_.member("statisticalComment", "Adjusted for age, sex & baseline value");
        out_.member("pValue", turn_.deal_from(kPValues, "p value"));
        if (random_.chance(35))
            out_.member("pValueComment", "Two-sided; significant when \\<0.05; not adjusted for \\>1 test.");
    }

    // A one-sided interval has one limit; the other is explained.
    void write_interval(int value) {
        if (turn_.deal(6, "no interval") == 0) return;
        const bool one_sided = deal_code(turn_, "ConfidenceIntervalNumSides", "sides") == "ONE_SIDED";
        const bool no_upper = one_sided || turn_.deal(7, "open interval") == 0;
        out_.member("ciNumSides", one_sided ? "ONE_SIDED" : "TWO_SIDED");
        out_.member("ciPctValue", one_sided ? "97.5" : turn_.deal(4, "level") == 0 ? "90" : "95");
        out_.member("ciLowerLimit", number_text(value - random_.between(5, 60), decimals_));
        if (!one_sided)
            out_.member("ciUpperLimit", no_upper ? "NA" : number_text(value + random_.between(5, 60), decimals_));
        if (turn_.deal(12, "lower limit comment") == 0) out_.member("ciLowerLimitComment", "Bootstrap, 10,000 samples");
        if (no_upper) out_.member("ciUpperLimitComment", "Not reached: \\>50 % had no event");
    }

    void write_hypothesis(std::string_view hypothesis) {
        const bool bounded = hypothesis.substr(0, 3) == "NON" || hypothesis == "EQUIVALENCE";
        // The yes-or-no of records before 2017 goes with their codes.
        if (hypothesis.ends_with("_LEGACY")) out_.member("testedNonInferiority", bounded);
        out_.member("nonInferiorityType", hypothesis);
        if (bounded)
            out_.member("nonInferiorityComment", "Margin: 0.5 standard deviations \\(half of what patients notice\\)");
    }

    void write_groups(std::size_t other) {
        if (random_.chance(40)) {
            out_.member("groupDescription", "Null hypothesis: no difference. Power 90 %, two-sided 5 %.");
        }
        texts(out_, "groupIds", std::array{std::string("OG000"), fmt::format("OG{:03}", other)});
    }

    JsonWriter& out_;
    Turn turn_;
    Random random_;
    int decimals_;
};

} // namespace

void write_analyses(JsonWriter& out, const Plan& plan, const Turn& turn, int decimals) {
    const std::size_t count = std::min<std::size_t>(plan.reported.size() - 1, kMostAnalyses);
    list(out, "analyses", [&] {
        for (std::size_t i = 1; i <= count; ++i) {
            element(out, [&] { AnalysisWriter(out, plan, turn.part(i - 1, kMostAnalyses), decimals).write(i); });
        }
    });
}

} // namespace trialdex::demo
