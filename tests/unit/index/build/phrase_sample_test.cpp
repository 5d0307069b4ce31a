#include "index/build/phrase_sample.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::index {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CommonPhrases common_in(const std::vector<std::pair<std::string, std::size_t>>& titles) {
    PhraseSample sample;
    for (const auto& [title, times] : titles) {
        const auto record = study::Document::parse(
            fmt::format(R"({{"protocolSection":{{"identificationModule":{{"briefTitle":"{}"}}}}}})", title));
        for (std::size_t i = 0; i < times; ++i) sample.add(record->root());
    }
    return sample.common();
}

TEST(PhraseSample, KeepsWhatManyStudiesHold) {
    const auto common = common_in({{"Congestive heart failure", kFewestCommon},
                                   {"Failure of the heart, heart failure", 1},
                                   {"Quality of life and of sleep", kFewestCommon}});
    EXPECT_THAT(common.keys(), ElementsAre("congest heart", "congest heart failur", "heart failur", "qualiti * life"));
    EXPECT_TRUE(common.holds("heart failur"));
    EXPECT_FALSE(common.holds("failur heart"));
}

TEST(PhraseSample, APhraseOfFewStudiesHasNoList) {
    EXPECT_THAT(common_in({{"Heart failure heart failure heart failure", kFewestCommon - 1}}).keys(), IsEmpty());
    EXPECT_THAT(common_in({}).keys(), IsEmpty());
}

// The end of one value and the beginning of the next are no neighbours.
TEST(PhraseSample, PhrasesEndWithTheirValue) {
    PhraseSample sample;
    const auto record =
        study::Document::parse(R"({"protocolSection":{"conditionsModule":{"conditions":["Heart","Failure"]}}})");
    for (std::size_t i = 0; i < kFewestCommon; ++i) sample.add(record->root());
    EXPECT_THAT(sample.common().keys(), IsEmpty());
}

TEST(PhraseSample, PhrasesAreAtMostFiveWords) {
    const auto common = common_in({{"one two three four five six", kFewestCommon}});
    EXPECT_TRUE(common.holds("one two three four five"));
    EXPECT_FALSE(common.holds("one two three four five six"));
}

} // namespace

} // namespace trialdex::index
