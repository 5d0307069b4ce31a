#include "results/statistics.h"

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace trialdex::results {
namespace {

// As published: the estimate to four decimals.
void expect_about(const std::optional<Interval>& interval, double low, double high, double within = 0.00005) {
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, low, within);
    EXPECT_NEAR(interval->high, high, within);
}

// Newcombe, Stat Med 1998;17:857, table I, method 3.
TEST(RiskInterval, PublishedCases) {
    expect_about(risk_interval({81, 263}), 0.2553, 0.3662);
    expect_about(risk_interval({15, 148}), 0.0624, 0.1605);
    expect_about(risk_interval({0, 20}), 0, 0.1611);
    expect_about(risk_interval({1, 29}), 0.0061, 0.1718);
}

// Newcombe, Stat Med 1998;17:873, table II, method 10, comparisons (a) to (h).
TEST(RiskDifference, PublishedCases) {
    struct Case {
        Risk first, second;
        double difference, low, high;
    };
    const Case cases[] = {{{56, 70}, {48, 80}, 0.2, 0.0524, 0.3339}, {{9, 10}, {3, 10}, 0.6, 0.1705, 0.8090},
                          {{6, 7}, {2, 7}, 0.5714, 0.0582, 0.8062},  {{5, 56}, {0, 29}, 0.0893, -0.0381, 0.1926},
                          {{0, 10}, {0, 20}, 0.0, -0.1611, 0.2775},  {{0, 10}, {0, 10}, 0.0, -0.2775, 0.2775},
                          {{10, 10}, {0, 20}, 1.0, 0.6791, 1.0},     {{10, 10}, {0, 10}, 1.0, 0.6075, 1.0}};
    for (const Case& one : cases) {
        const auto estimate = risk_difference(one.first, one.second);
        ASSERT_TRUE(estimate);
        EXPECT_NEAR(estimate->value, one.difference, 0.00005);
        expect_about(estimate->interval, one.low, one.high);
    }
}

// The Physicians' Health Study: heart attacks under aspirin and placebo; risk ratio 0.55 (0.43 to 0.70).
TEST(RiskRatio, PublishedCase) {
    const auto estimate = risk_ratio({104, 11037}, {189, 11034});
    ASSERT_TRUE(estimate);
    EXPECT_NEAR(estimate->value, 0.5501, 0.00005);
    expect_about(estimate->interval, 0.4337, 0.6978);
}

TEST(RiskRatio, ZeroCells) {
    EXPECT_FALSE(risk_ratio({3, 10}, {0, 10}));
    EXPECT_FALSE(risk_ratio({0, 10}, {0, 10}));
    const auto none_in_first = risk_ratio({0, 10}, {3, 10});
    ASSERT_TRUE(none_in_first);
    EXPECT_EQ(none_in_first->value, 0);
    EXPECT_FALSE(none_in_first->interval);
    const auto everybody = risk_ratio({5, 5}, {7, 7});
    ASSERT_TRUE(everybody);
    EXPECT_EQ(everybody->value, 1);
    EXPECT_FALSE(everybody->interval);
}

TEST(Statistics, SayNothingOfWhatCannotBeCounted) {
    for (const Risk& risk : {Risk{0, 0}, Risk{3, 2}}) {
        EXPECT_FALSE(is_countable(risk));
        EXPECT_FALSE(risk_interval(risk));
        EXPECT_FALSE(risk_difference(risk, {1, 2}));
        EXPECT_FALSE(risk_difference({1, 2}, risk));
        EXPECT_FALSE(risk_ratio(risk, {1, 2}));
        EXPECT_FALSE(risk_ratio({1, 2}, risk));
    }
}

// Swapping the groups turns the difference around and inverts the ratio.
TEST(Statistics, AreSymmetric) {
    const Risk first{17, 57}, second{94, 118};
    const auto difference = *risk_difference(first, second), opposite = *risk_difference(second, first);
    EXPECT_NEAR(difference.interval->low, -opposite.interval->high, 1e-12);
    const auto ratio = *risk_ratio(first, second), inverse = *risk_ratio(second, first);
    EXPECT_NEAR(ratio.interval->low, 1 / inverse.interval->high, 1e-12);
}

// tests/tools/statistics_cases.py makes and checks the file with statsmodels.
TEST(Statistics, AgreeWithStatsmodels) {
    std::ifstream file(TRIALDEX_SOURCE_DIR "/tests/unit/results/statistics_cases.tsv");
    std::string line;
    ASSERT_TRUE(std::getline(file, line));
    int rows = 0;
    for (; std::getline(file, line); ++rows) {
        std::istringstream cells(line);
        std::uint64_t a = 0, n = 0, b = 0, m = 0;
        std::vector<std::string> want(8);
        cells >> a >> n >> b >> m;
        for (std::string& cell : want) cells >> cell;
        const Risk first{a, n}, second{b, m};
        const auto ratio = risk_ratio(first, second);
        const bool has_limits = ratio && ratio->interval;
        const double got[] = {risk_interval(first)->low,
                              risk_interval(first)->high,
                              risk_difference(first, second)->value,
                              risk_difference(first, second)->interval->low,
                              risk_difference(first, second)->interval->high,
                              ratio ? ratio->value : NAN,
                              has_limits ? ratio->interval->low : NAN,
                              has_limits ? ratio->interval->high : NAN};
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (want[i] == "-") {
                EXPECT_TRUE(std::isnan(got[i])) << line;
            } else {
                EXPECT_NEAR(got[i], std::stod(want[i]), 1e-9 * std::max(1.0, std::abs(got[i]))) << line;
            }
        }
    }
    EXPECT_GE(rows, 20);
}

} // namespace
} // namespace trialdex::results
