#include "index/ranking.h"

#include <gtest/gtest.h>
#include <limits>
#include <vector>

namespace trialdex::index {
namespace {

TEST(Ranking, LevelsAscendWithTheCount) {
    std::uint8_t before = 0;
    for (float count = 1e-6F; count <= 1e6F; count *= 1.01F) {
        const std::uint8_t level = level_of(count);
        EXPECT_GE(level, before) << count;
        EXPECT_GE(level, 2) << "what counts at all is above what only is there";
        EXPECT_LE(level, 63);
        before = level;
    }
    EXPECT_EQ(level_of(0), 1);
    EXPECT_EQ(level_of(-1), 1);
    EXPECT_EQ(level_of(1e30F), 63);
    EXPECT_EQ(level_of(std::numeric_limits<float>::infinity()), 63);
}

TEST(Ranking, ALevelStandsForItsImpactWithinTenInAHundred) {
    EXPECT_EQ(impact_at(0), 0);
    EXPECT_EQ(impact_at(1), 0);
    for (std::uint8_t level = 2; level < 63; ++level)
        EXPECT_LT(impact_at(level), impact_at(static_cast<std::uint8_t>(level + 1)));
    for (float count = 0.03F; count < 18; count *= 1.05F)
        EXPECT_NEAR(impact_at(level_of(count)) / impact(static_cast<double>(count)), 1, 0.1) << count;
}

TEST(Ranking, FlagsBesideTheLevelDoNotCount) {
    for (std::uint8_t level = 0; level < 64; ++level)
        EXPECT_EQ(impact_at(static_cast<std::uint8_t>(level | 0xc0)), impact_at(level));
}

TEST(Ranking, AnImpactGrowsWithTheCountAndStaysBelowOne) {
    double before = 0;
    for (double count = 0.01; count < 1e6; count *= 2) {
        EXPECT_GT(impact(count), before);
        EXPECT_LT(impact(count), 1);
        before = impact(count);
    }
}

TEST(Ranking, RarerTermsWeighMoreAndNoneLessThanNothing) {
    EXPECT_GT(rarity(580'000, 1), rarity(580'000, 2));
    EXPECT_GT(rarity(580'000, 2), rarity(580'000, 500'000));
    EXPECT_GT(rarity(580'000, 580'000), 0);
    EXPECT_GE(rarity(10, 4'000'000'000), 0) << "a damaged count";
}

TEST(Ranking, AStudyThatSaysMoreIsDividedByMore) {
    std::vector<std::uint32_t> lengths(ranked_fields().size(), 0);
    const float empty = study_divisor(lengths);
    EXPECT_GT(empty, 0);
    for (std::size_t rank = 0; rank < lengths.size(); ++rank)
        lengths[rank] = static_cast<std::uint32_t>(ranked_fields()[rank].average_length);
    const float usual = study_divisor(lengths);
    EXPECT_GT(usual, empty);
    for (std::uint32_t& length : lengths) length *= 3;
    EXPECT_GT(study_divisor(lengths), usual);
}

TEST(Ranking, AFieldOfAThousandSitesMakesNoStudyLong) {
    const auto site = rank_of(*field_of(*schema::find_piece("LocationFacility")));
    ASSERT_TRUE(site);
    std::vector<std::uint32_t> lengths(ranked_fields().size(), 0);
    lengths[*site] = 300;
    const float many = study_divisor(lengths);
    lengths[*site] = 30'000;
    EXPECT_EQ(study_divisor(lengths), many);
}

TEST(Ranking, EveryRankedFieldKnowsItsRank) {
    for (std::size_t rank = 0; rank < ranked_fields().size(); ++rank)
        EXPECT_EQ(rank_of(ranked_fields()[rank].field), rank);
    EXPECT_FALSE(rank_of(kMaxFields));
}

} // namespace
} // namespace trialdex::index
