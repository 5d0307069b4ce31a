#include "web/pages/study/arm_interventions.h"

#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using Indices = std::vector<std::size_t>;

std::vector<ArmInterventions> matched(const std::string& arms, const std::string& interventions,
                                      study::Document& keep) {
    keep = std::move(*study::Document::parse(R"({"a":)" + arms + R"(,"i":)" + interventions + "}"));
    return match_arms(keep.root()["a"], keep.root()["i"]);
}

class ArmInterventionsTest : public testing::Test {
protected:
    study::Document keep = std::move(*study::Document::parse("{}"));
};

TEST_F(ArmInterventionsTest, EitherSideOfTheLinkIsEnough) {
    const auto arms = matched(
        R"([{"label":"High dose","interventionNames":["Drug: Ketamine"]},{"label":"Low dose"},{"label":"None"}])",
        R"([{"type":"DRUG","name":"Ketamine"},{"type":"DRUG","name":"Saline","armGroupLabels":["Low dose","High dose"]}])",
        keep);
    ASSERT_EQ(arms.size(), 3U);
    EXPECT_EQ(arms[0].indices, (Indices{0, 1}));
    EXPECT_EQ(arms[1].indices, (Indices{1}));
    EXPECT_TRUE(arms[2].indices.empty());
    EXPECT_TRUE(arms[0].other.empty());
}

TEST_F(ArmInterventionsTest, TypesAreWrittenAsTheClassicRegistryDoes) {
    const auto arms =
        matched(R"([{"label":"A","interventionNames":["Dietary Supplement: Zinc","Combination Product: Zinc"]}])",
                R"([{"type":"DIETARY_SUPPLEMENT","name":"Zinc"},{"type":"DRUG","name":"Zinc"}])", keep);
    EXPECT_EQ(arms[0].indices, (Indices{0}));
    EXPECT_EQ(arms[0].other, (std::vector<std::string_view>{"Combination Product: Zinc"}));
}

TEST_F(ArmInterventionsTest, CaseAndWhiteSpaceDoNotCount) {
    const auto arms = matched(
        R"([{"label":"Arm  A ","interventionNames":["drug:  ketamine "]}])",
        R"([{"type":"DRUG","name":"Ketamine"},{"type":"DEVICE","name":"Pump","armGroupLabels":["arm a"]}])", keep);
    EXPECT_EQ(arms[0].indices, (Indices{0, 1}));
}

TEST_F(ArmInterventionsTest, ANameMayHoldAColon) {
    const auto arms = matched(R"([{"label":"A","interventionNames":["Drug: Drug: X"]}])",
                              R"([{"type":"DRUG","name":"Drug: X"}])", keep);
    EXPECT_EQ(arms[0].indices, (Indices{0}));
}

TEST_F(ArmInterventionsTest, NamelessArmsGetNothingByAccident) {
    const auto arms = matched(R"([{}])", R"([{"armGroupLabels":[""]},{}])", keep);
    EXPECT_TRUE(arms[0].indices.empty());
}

} // namespace
} // namespace trialdex::web
