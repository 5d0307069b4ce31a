// Scores by aspect, against numbers worked out by hand.
#include "related/likeness.h"

#include <gtest/gtest.h>

namespace trialdex::related {
namespace {

using index::CodeField;

void set(Facts& facts, CodeField field, std::string_view code) {
    facts.profile.codes[static_cast<std::size_t>(field)] = index::code_of(index::codes_of(field), code);
}

constexpr std::uint64_t years(unsigned number) { return number * std::uint64_t{31'557'600}; }

TEST(Agreement, IsSharedSquaresByBothLengths) {
    const Features a = {{1, 3}, {2, 4}}; // length 5
    const Features b = {{2, 4}, {7, 3}}; // length 5
    ASSERT_TRUE(agreement(a, b));
    EXPECT_NEAR(*agreement(a, b), 16.0 / 25, 1e-6);
    const Features c = {{2, 4}}; // length 4
    EXPECT_NEAR(*agreement(a, c), 16.0 / 20, 1e-6);
}

TEST(Agreement, IsTheSameFromBothSides) {
    const Features a = {{1, 1.5F}, {2, 0.25F}, {9, 4}};
    const Features b = {{2, 0.25F}, {3, 2}, {9, 4}, {11, 1}};
    EXPECT_DOUBLE_EQ(*agreement(a, b), *agreement(b, a));
}

TEST(Agreement, IsOneForItselfAndNoneForNothingShared) {
    const Features a = {{1, 1.5F}, {2, 0.25F}};
    EXPECT_NEAR(*agreement(a, a), 1, 1e-6);
    EXPECT_EQ(agreement(a, {{3, 2}}), 0.0);
    EXPECT_EQ(agreement({{1, 0}}, {{1, 0}}), 0.0) << "words that all have are no agreement, and no division by zero";
}

TEST(Agreement, IsUnknownWhereOneHasNothing) {
    const Features a = {{1, 1}};
    EXPECT_EQ(agreement(a, {}), std::nullopt);
    EXPECT_EQ(agreement({}, a), std::nullopt);
    EXPECT_EQ(agreement({}, {}), std::nullopt);
}

TEST(Likeness, OfEmptyRecordsIsUnknownInEveryAspect) {
    for (const auto& score : likeness({}, {})) EXPECT_EQ(score, std::nullopt);
}

TEST(Likeness, OfDesignWeighsTypeAndPhaseTwice) {
    Facts a;
    set(a, CodeField::StudyType, "INTERVENTIONAL");
    set(a, CodeField::Masking, "NONE");
    a.profile.phases = 0b011;
    Facts b = a;
    set(b, CodeField::Masking, "DOUBLE");
    b.profile.phases = 0b010;
    const auto design = static_cast<std::size_t>(Aspect::Design);
    EXPECT_NEAR(likeness(a, b)[design].value_or(-1), (2 * 1 + 2 * 0.5 + 1 * 0) / 5, 1e-9);
    EXPECT_NEAR(likeness(b, a)[design].value_or(-1), 3.0 / 5, 1e-9);
    EXPECT_NEAR(likeness(a, a)[design].value_or(-1), 1, 1e-9);
}

TEST(Likeness, OfParticipantsIsTheYearsInCommon) {
    Facts a;
    a.profile.minimum_age = years(18);
    a.profile.maximum_age = years(65);
    Facts b = a;
    b.profile.minimum_age = years(40);
    b.profile.maximum_age = years(100);
    const auto population = static_cast<std::size_t>(Aspect::Population);
    EXPECT_NEAR(likeness(a, b)[population].value_or(-1), 25.0 / 82, 1e-9);
    b.profile.minimum_age = years(70);
    EXPECT_EQ(likeness(a, b)[population], 0.0);
    set(a, CodeField::Sex, "FEMALE");
    set(b, CodeField::Sex, "ALL");
    EXPECT_NEAR(likeness(a, b)[population].value_or(-1), 0.5 / 2.5, 1e-9);
}

TEST(Likeness, OfWhatTheTablesDoNotKnowIsUnknown) {
    Facts a;
    set(a, CodeField::StudyType, "SOMETHING_NEW");
    EXPECT_EQ(likeness(a, a)[static_cast<std::size_t>(Aspect::Design)], std::nullopt);
}

TEST(Combined, OfAllOrNothing) {
    AspectScores scores;
    scores.fill(1);
    EXPECT_NEAR(combined(scores, kUsualEmphasis), 1, 1e-9);
    EXPECT_EQ(combined(scores, {}), 0.0) << "no aspect counts";
    scores.fill(0);
    EXPECT_EQ(combined(scores, kUsualEmphasis), 0.0);
}

TEST(Combined, AnAspectThatIsLackingIsNeitherFullNorNoAgreement) {
    for (std::size_t aspect = 0; aspect < kAspectCount; ++aspect) {
        AspectScores full, none, lacking;
        full.fill(0.5);
        none = lacking = full;
        full[aspect] = 1;
        none[aspect] = 0;
        lacking[aspect] = std::nullopt;
        EXPECT_LT(combined(none, kUsualEmphasis), combined(lacking, kUsualEmphasis)) << aspect;
        EXPECT_LT(combined(lacking, kUsualEmphasis), combined(full, kUsualEmphasis)) << aspect;
    }
}

TEST(Combined, EmphasisMultipliesTheWeight) {
    AspectScores scores;
    scores.fill(0);
    scores[static_cast<std::size_t>(Aspect::Condition)] = 1;
    const double weight = aspects()[0].weight; // all add up to 1
    EXPECT_NEAR(combined(scores, kUsualEmphasis), weight, 1e-9);
    EXPECT_NEAR(combined(scores, {3, 1, 1, 1, 1, 1}), 3 * weight / (1 + 2 * weight), 1e-9);
    EXPECT_NEAR(combined(scores, {0.5, 0, 0, 0, 0, 0}), 1, 1e-9);
}

} // namespace
} // namespace trialdex::related
