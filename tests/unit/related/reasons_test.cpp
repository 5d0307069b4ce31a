// Reasons: facts of both, named as the related study writes them, and none that says nothing.
#include "index/profiles/profile_bytes.h"
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

index::Profile read_back(const index::Profile& profile) {
    std::string bytes;
    index::append_profile(profile, bytes);
    return index::read_profile(bytes, index::ProfilePart::Whole).value();
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
    for (const char* name : {"Standard Therapy", "Standard treatment"}) {
        const std::string key = index::WordReader::of_thread().key(name);
        own.interventions.push_back({name, key});
        other.interventions.push_back({name, key});
    }
    EXPECT_TRUE(reasons(own, other, {}).empty());
}

TEST(Reasons, NameAncestorsAndWordsOfAnIndexAsTheOwnRecordDoes) {
    Facts own;
    Facts other;
    const index::TermNumber mesh = index::term_number("d006505");
    own.profile.ancestors.emplace_back(mesh, "Hepatitis");
    own.profile.words.emplace_back(1, "Herniated", 7);
    own.profile.words.emplace_back(2, "herniation", 7); // the same word in another form
    own.profile.words.emplace_back(3, "discs", 8);
    own.profile.words.emplace_back(4, "alone", 9);
    own.profile.other_ids.emplace_back(5, "VX-2020-17");
    own.word_rarities = {5, 5, 4, 2};
    other.profile = own.profile;
    other.profile.words.pop_back();
    other.profile.terms[static_cast<std::size_t>(index::TermKind::ConditionAncestor)] = {mesh};
    other.profile = read_back(other.profile);
    ASSERT_EQ(other.profile.words.at(0).text, "");
    other.features[static_cast<std::size_t>(index::TermKind::ConditionAncestor)] = {{mesh, 5}};
    const auto all = reasons(own, other, {});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].names, std::vector<std::string>{"VX-2020-17"});
    EXPECT_EQ(all[1].text, "Their conditions are both kinds of Hepatitis");
    EXPECT_EQ(all[2].names, (std::vector<std::string>{"Herniated", "discs"}));
}

TEST(Reasons, ReadAsASentenceAndLeaveOutWhatAppliesToNeither) {
    Facts own;
    own.profile.youngest = "18 Years";
    for (const auto& [field, code] : {std::pair(index::CodeField::StudyType, "INTERVENTIONAL"),
                                      {index::CodeField::Allocation, "NA"},
                                      {index::CodeField::InterventionModel, "SINGLE_GROUP"}})
        own.profile.codes[static_cast<std::size_t>(field)] = index::code_of(index::codes_of(field), code);
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
    other.profile.aliases = {study::NctId(1)};
    EXPECT_TRUE(is_same_trial(own, other));
    EXPECT_TRUE(is_same_trial(other, own));
    ASSERT_FALSE(reasons(own, other, {}).empty());
    EXPECT_EQ(reasons(own, other, {})[0].kind, Reason::Kind::SameTrial);
    EXPECT_EQ(reasons(other, own, {})[0].kind, Reason::Kind::SameTrial);
}

} // namespace
} // namespace trialdex::related
