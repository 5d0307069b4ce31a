// Reasons: facts of both, named as the related study writes them, and none that says nothing.
#include "related/reasons.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace trialdex::related {
namespace {

std::vector<Name> named(std::initializer_list<std::pair<const char*, const char*>> names) {
    std::vector<Name> all;
    for (const auto& [text, key] : names) all.push_back({text, key});
    return all;
}

TEST(Reasons, NameSharedDrugsAsTheOtherWritesThem) {
    Facts own;
    Facts other;
    own.interventions = named({{"ketamine", "ketamin"}});
    other.interventions = named({{"Ketamine", "ketamin"}});
    const auto all = reasons(own, other, {});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].kind, Reason::Kind::Intervention);
    EXPECT_EQ(all[0].text, "Both use Ketamine");
}

// Trials of everything have one: it tells nobody why two are alike.
TEST(Reasons, APlaceboIsNoneOfThem) {
    Facts own;
    Facts other;
    own.interventions = named({{"Placebo", "placebo"}, {"Usual care", "usual care"}});
    other.interventions =
        named({{"placebo", "placebo"}, {"Usual Care", "usual care"}, {"Standard of Care", "standard * care"}});
    EXPECT_TRUE(reasons(own, other, {}).empty());
}

TEST(Reasons, ReadAsASentenceAndLeaveOutWhatAppliesToNeither) {
    Facts own;
    own.minimum_age = "18 Years";
    own.study_type = "INTERVENTIONAL";
    own.design = {{"DesignAllocation", "NA"}, {"DesignInterventionModel", "SINGLE_GROUP"}};
    AspectScores scores{};
    scores.fill(1);
    const auto all = reasons(own, own, scores);
    const auto holds = [&](const std::string& words) {
        return std::any_of(all.begin(), all.end(), [&](const Reason& reason) { return reason.text == words; });
    };
    EXPECT_TRUE(holds("Both take in people from 18 years"));
    EXPECT_TRUE(holds("Alike in design: Interventional and Single group"));
}

TEST(Reasons, AnAliasMakesItTheSameTrial) {
    Facts own;
    Facts other;
    own.id = study::NctId(1);
    other.id = study::NctId(2);
    other.aliases = {study::NctId(1)};
    EXPECT_TRUE(is_same_trial(own, other));
    EXPECT_TRUE(is_same_trial(other, own));
    ASSERT_FALSE(reasons(own, other, {}).empty());
    EXPECT_EQ(reasons(own, other, {})[0].kind, Reason::Kind::SameTrial);
    EXPECT_EQ(reasons(other, own, {})[0].kind, Reason::Kind::SameTrial);
}

} // namespace
} // namespace trialdex::related
