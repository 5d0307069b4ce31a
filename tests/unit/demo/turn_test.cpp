#include "demo/calendar.h"
#include "demo/results/numbers.h"
#include "demo/turn.h"

#include <gtest/gtest.h>
#include <numeric>
#include <set>

namespace trialdex::demo {
namespace {

TEST(Turn, DealsEachCardOnceInARound) {
    for (const std::size_t cards : {1U, 2U, 7U, 117U, 256U}) {
        for (std::uint64_t round = 0; round < 5; ++round) {
            std::set<std::size_t> dealt;
            for (std::uint64_t i = 0; i < cards; ++i) dealt.insert(Turn(1, round * cards + i).deal(cards, "pack"));
            EXPECT_EQ(dealt.size(), cards);
            EXPECT_LT(*dealt.rbegin(), cards);
        }
    }
}

TEST(Turn, PacksAreShuffledIndependently) {
    int same = 0;
    for (std::uint64_t i = 0; i < 700; ++i) same += Turn(1, i).deal(7, "one") == Turn(1, i).deal(7, "other");
    EXPECT_GT(same, 40);
    EXPECT_LT(same, 200);
}

TEST(Turn, OnceInAPeriodIsOnce) {
    for (std::uint64_t round = 0; round < 20; ++round) {
        int times = 0;
        for (std::uint64_t i = 0; i < 13; ++i) {
            const auto found = Turn(5, round * 13 + i).once_in(13, "thing");
            times += found.has_value();
            if (found) {
                EXPECT_EQ(*found, round);
            }
        }
        EXPECT_EQ(times, 1);
    }
}

TEST(DemoNumbers, AreWrittenAsSponsorsDo) {
    EXPECT_EQ(number_text(125, 1), "12.5");
    EXPECT_EQ(number_text(-5, 1), "-0.5");
    EXPECT_EQ(number_text(-5, 1, NumberStyle::NoLeadingZero), "-.5");
    EXPECT_EQ(number_text(0, 1, NumberStyle::NoLeadingZero), "0.0");
    EXPECT_EQ(number_text(7, 2), "0.07");
    EXPECT_EQ(number_text(12, 0, NumberStyle::TrailingPoint), "12.");
    EXPECT_EQ(number_text(1234567, 0, NumberStyle::Thousands), "1,234,567");
    EXPECT_EQ(number_text(999, 0, NumberStyle::Thousands), "999");
}

TEST(DemoNumbers, SharesAddUp) {
    Random random(3);
    for (int total = 0; total < 300; ++total) {
        for (const std::size_t parts : {1U, 2U, 5U, 7U}) {
            const std::vector<int> shares = split_count(total, parts, random);
            EXPECT_EQ(shares.size(), parts);
            EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0), total);
            for (const int share : shares) EXPECT_GE(share, 0);
        }
    }
}

TEST(DemoCalendar, KnowsItsDays) {
    EXPECT_EQ(iso(0), "1970-01-01");
    EXPECT_EQ(iso(day_of(2024, 2, 29)), "2024-02-29");
    EXPECT_EQ(iso(day_of(2024, 2, 29) + 1), "2024-03-01");
    EXPECT_EQ(year_of(day_of(1999, 12, 31)), 1999);
    const DateFact fact{.day = day_of(2024, 2, 29), .precision = Precision::Month};
    EXPECT_EQ(fact.text(), "2024-02");
}

} // namespace
} // namespace trialdex::demo
