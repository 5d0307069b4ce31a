// The order in which candidates are compared.
#include "related/candidates.h"

#include <gtest/gtest.h>

namespace trialdex::related {
namespace {

std::vector<std::uint32_t> studies(const std::vector<Candidate>& all) {
    std::vector<std::uint32_t> numbers;
    for (const Candidate& candidate : all) numbers.push_back(candidate.study);
    return numbers;
}

// Title-only records on a topic that was new to the registry stood at place 120 of 700: few words, and a subject of
// their own making.
TEST(Candidates, ThoseWithMostWordsAreAmongTheFirstCompared) {
    std::vector<Candidate> all;
    for (std::uint32_t study = 0; study < 200; ++study) all.push_back({0, study, 0.1, 0.8});
    all.push_back({0, 200, 0.5, -0.1});
    all.push_back({1, 201, 0.6, -0.1});
    bring_forward_by_words(all);
    std::vector<std::uint32_t> expected;
    for (std::uint32_t study = 0; study < kFirstBySubject; ++study) expected.push_back(study);
    expected.push_back(201);
    expected.push_back(200);
    for (std::uint32_t study = kFirstBySubject; study < 200; ++study) expected.push_back(study);
    EXPECT_EQ(studies(all), expected);
}

TEST(Candidates, FewKeepTheirOrder) {
    std::vector<Candidate> all = {{0, 1, 0.1, 0.8}, {0, 2, 0.9, 0.1}};
    bring_forward_by_words(all);
    EXPECT_EQ(studies(all), (std::vector<std::uint32_t>{1, 2}));
    std::vector<Candidate> none;
    bring_forward_by_words(none);
    EXPECT_TRUE(none.empty());
}

TEST(Candidates, ASubjectCountsAsFarAsTheModelKnowsTheRecord) {
    EXPECT_DOUBLE_EQ((Candidate{0, 1, 0.4, 0.8, 1}.wording()), 0.6);
    EXPECT_DOUBLE_EQ((Candidate{0, 1, 0.4, 0.8, 0}.wording()), 0.4);
    EXPECT_DOUBLE_EQ((Candidate{0, 1, 0.4, -0.8, 1}.wording()), 0.2);
}

} // namespace
} // namespace trialdex::related
