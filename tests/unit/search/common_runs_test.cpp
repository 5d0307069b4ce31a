#include "search/evaluate/common_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::search {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// "a b * c": words at their places.
Phrase phrase(const std::vector<std::string>& words) {
    Phrase made;
    for (const std::string& word : words) {
        if (word != "*") made.parts.push_back({word, made.places});
        ++made.places;
    }
    return made;
}

std::vector<std::string> keys(const std::vector<CommonRun>& runs) {
    std::vector<std::string> all;
    for (const CommonRun& run : runs) all.push_back(run.key);
    return all;
}

TEST(CommonRuns, AWholePhraseComesAlone) {
    const index::CommonPhrases known({"a b", "b c", "a b c"});
    const auto runs = common_runs(phrase({"a", "b", "c"}), known);
    ASSERT_THAT(keys(runs), ElementsAre("a b c"));
    EXPECT_EQ(runs[0].parts, 3U);
}

TEST(CommonRuns, TheLongestRunsThatTellSomethingNew) {
    const index::CommonPhrases known({"a b", "b c", "c d", "a b c", "x * y"});
    EXPECT_THAT(keys(common_runs(phrase({"a", "b", "c", "d"}), known)), ElementsAre("a b c", "c d"));
    EXPECT_THAT(keys(common_runs(phrase({"x", "*", "y"}), known)), ElementsAre("x * y"));
    EXPECT_THAT(keys(common_runs(phrase({"x", "y"}), known)), IsEmpty());
    EXPECT_THAT(keys(common_runs(phrase({"x", "*", "*", "y"}), known)), IsEmpty());
    EXPECT_THAT(keys(common_runs(phrase({"d", "a", "b"}), known)), ElementsAre("a b"));
}

TEST(NeighbourKeys, EitherOrderAndAPlaceBetween) {
    const index::CommonPhrases known({"a b", "b a", "b * a", "a b c", "c a b"});
    const std::vector<std::string_view> two{"a", "b"};
    EXPECT_THAT(neighbour_keys(two, known), UnorderedElementsAre("a b", "b a", "b * a"));
    const std::vector<std::string_view> three{"b", "c", "a"};
    EXPECT_THAT(neighbour_keys(three, known), UnorderedElementsAre("a b c", "c a b"));
    const std::vector<std::string_view> one{"a"};
    EXPECT_THAT(neighbour_keys(one, known), IsEmpty());
}

} // namespace

} // namespace trialdex::search
