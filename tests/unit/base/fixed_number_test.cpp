#include "base/fixed_number.h"

#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace trialdex;

TEST(FixedNumber, HasSoManyDigits) {
    EXPECT_EQ(fixed(12.5, 2), "12.50");
    EXPECT_EQ(fixed(0, 1), "0.0");
    EXPECT_EQ(fixed(7.9, 0), "8");
    EXPECT_EQ(fixed(0.004, 2), "0.00");
    EXPECT_EQ(fixed(0.006, 2), "0.01");
    EXPECT_EQ(fixed(99.999, 2), "100.00");
    EXPECT_EQ(fixed(-1.25, 1), "-1.2");
}

TEST(FixedNumber, RoundsAsFmtDoes) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> percent(-5, 105);
    std::uniform_int_distribution<int> eighths(0, 100'000);
    for (int i = 0; i < 20'000; ++i) {
        const double half = eighths(random) / 8.0; // halves of the last digit among them
        for (const double number : {percent(random), half, half / 100, std::nextafter(half / 100, 1e9), half * 1e6}) {
            for (int digits = 0; digits <= 3; ++digits) {
                ASSERT_EQ(fixed(number, digits), fmt::format("{:.{}f}", number, digits));
            }
        }
    }
}

TEST(FixedNumber, TakesWhatIsHardlyANumber) {
    for (const double number : {-0.0, 1e300, std::numeric_limits<double>::infinity(), std::nan("")}) {
        EXPECT_EQ(fixed(number, 2), fmt::format("{:.2f}", number));
    }
}
