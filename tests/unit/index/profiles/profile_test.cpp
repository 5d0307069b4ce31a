// What a profile holds of a record, and that its bytes bring it back or are refused.
#include "index/profiles/profile_bytes.h"
#include "support/kept_profile.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>

namespace trialdex::index {
namespace {

using support::kept;
using testing::ElementsAre;

Profile profile(const std::string& json) { return profile_of(study::Document::parse(json).value().root()); }

constexpr const char* kRecord = R"({"protocolSection":{
    "identificationModule":{"nctId":"NCT00000007","nctIdAliases":["NCT00000002"],"orgStudyIdInfo":{"id":"VX-17"},
        "secondaryIdInfos":[{"id":"R01-99999","type":"NIH"},{"id":"12"},{"id":"2020-000123-45"}],
        "briefTitle":"An Extension of NCT00000009","officialTitle":"Walks, NCT00000008 and NCT00000007"},
    "statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2024-05"},
    "descriptionModule":{"briefSummary":"Walking **after** stroke."},
    "conditionsModule":{"conditions":["Stroke","Stroke","Falls"]},
    "designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2","PHASE3"],
        "designInfo":{"allocation":"RANDOMIZED","maskingInfo":{"masking":"UNHEARD_OF"}}},
    "armsInterventionsModule":{"interventions":[{"name":"Walking","otherNames":["Gait training"]}]},
    "outcomesModule":{"primaryOutcomes":[{"measure":"Steps a day"}]},
    "eligibilityModule":{"sex":"FEMALE","minimumAge":"18 Years","healthyVolunteers":false,
        "eligibilityCriteria":"Able to walk"}},
  "derivedSection":{"conditionBrowseModule":{"meshes":[{"id":"D020521","term":"Stroke"}],
      "ancestors":[{"id":"D002561","term":"Cerebrovascular Disorders"}]}},"hasResults":true})";

TEST(Profile, HoldsWhatTheRecordSays) {
    const Profile made = profile(kRecord);
    EXPECT_THAT(made.conditions, ElementsAre("Stroke", "Falls")) << "each once; the MeSH term is one of them";
    EXPECT_THAT(made.interventions, ElementsAre("Walking", "Gait training"));
    EXPECT_THAT(made.outcomes, ElementsAre("Steps a day"));
    EXPECT_EQ(made.title, "An Extension of NCT00000009");
    EXPECT_EQ(made.official_title, "");
    EXPECT_EQ(made.status + " " + made.verified, "RECRUITING 2024-05");
    EXPECT_TRUE(made.continues);
    EXPECT_TRUE(made.has_results);
    EXPECT_EQ(made.healthy, false);
    EXPECT_EQ(made.minimum_age, 18 * 31'557'600U);
    EXPECT_EQ(made.maximum_age, std::nullopt);
    EXPECT_EQ(made.youngest, "18 Years");
    EXPECT_THAT(made.aliases, ElementsAre(study::NctId(2)));
    EXPECT_THAT(made.mentions, ElementsAre(study::NctId(8))) << "of the official title, and not its own";
    EXPECT_EQ(value_of(codes_of(CodeField::Sex), made.code(CodeField::Sex))->value, "FEMALE");
    EXPECT_EQ(value_of(codes_of(CodeField::Allocation), made.code(CodeField::Allocation))->value, "RANDOMIZED");
    EXPECT_EQ(made.code(CodeField::Masking), 0) << "a code that the table does not know says nothing";
    const Code second = code_of(phase_codes(), "PHASE2");
    EXPECT_EQ(made.phases, 0b11U << (second - 1U));
    EXPECT_THAT(made.of(TermKind::ConditionMesh), ElementsAre(term_number("d020521")));
    EXPECT_THAT(made.of(TermKind::ConditionAncestor), ElementsAre(term_number("d002561")));
    ASSERT_EQ(made.ancestors.size(), 1U);
    EXPECT_EQ(made.ancestors[0].text, "Cerebrovascular Disorders");
}

TEST(Profile, HasNumbersOfTrialsAndNotOfGrantsOrShortOnes) {
    std::vector<std::string> ids;
    for (const Mark& id : profile(kRecord).other_ids) ids.push_back(id.text);
    EXPECT_THAT(ids, testing::UnorderedElementsAre("VX-17", "2020-000123-45"));
}

TEST(Profile, WordsAreOfTitleAndSummaryOnceEach) {
    std::vector<std::string> words;
    for (const Mark& word : profile(kRecord).words) words.push_back(word.text);
    EXPECT_THAT(words, testing::IsSupersetOf({"Extension", "Walking", "stroke"}));
    EXPECT_THAT(words, testing::Not(testing::Contains("Steps")));
}

TEST(ProfileBytes, BringBackTheRecord) {
    const Profile whole = profile(kRecord);
    std::string bytes;
    append_profile(whole, bytes);
    EXPECT_TRUE(read_profile(bytes, ProfilePart::Whole) == kept(whole));
    const auto numbers = read_profile(bytes, ProfilePart::Numbers);
    ASSERT_TRUE(numbers);
    EXPECT_EQ(numbers->terms, whole.terms);
    EXPECT_EQ(numbers->codes, whole.codes);
    EXPECT_EQ(numbers->title, "");
}

TEST(ProfileBytes, OfNothingAndOfTooMuch) {
    std::string bytes;
    append_profile(profile("{}"), bytes);
    EXPECT_EQ(read_profile(bytes, ProfilePart::Whole), profile("{}"));
    std::string conditions = "\"" + std::string(kLongestName + 1, 'x') + "\"";
    for (int i = 0; i < 500; ++i) conditions += ",\"condition " + std::to_string(i) + "\"";
    const Profile much = profile(R"({"protocolSection":{"conditionsModule":{"conditions":[)" + conditions + "]}}}");
    EXPECT_EQ(much.conditions.size(), kMostNames);
    bytes.clear();
    append_profile(much, bytes);
    EXPECT_TRUE(read_profile(bytes, ProfilePart::Whole) == kept(much));
}

TEST(ProfileBytes, AreRefusedWhenCutOrGrown) {
    std::string bytes;
    append_profile(profile(kRecord), bytes);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(read_profile(std::string_view(bytes).substr(0, size), ProfilePart::Whole), std::nullopt) << size;
    EXPECT_EQ(read_profile(bytes + "x", ProfilePart::Whole), std::nullopt);
}

// A text that claims one byte more than there are behind its size: found by fuzzing.
TEST(ProfileBytes, AreRefusedWhenTheLastTextIsTooLong) {
    std::string bytes;
    append_profile(profile(R"({"protocolSection":{"outcomesModule":{"primaryOutcomes":[{"measure":"abc"}]}}})"), bytes);
    ASSERT_EQ(bytes[bytes.size() - 4], 3);
    bytes[bytes.size() - 4] = 4;
    const auto exact = std::make_unique<char[]>(bytes.size()); // so that the address sanitizer sees who reads on
    std::copy(bytes.begin(), bytes.end(), exact.get());
    EXPECT_EQ(read_profile({exact.get(), bytes.size()}, ProfilePart::Whole), std::nullopt);
}

TEST(ProfileBytes, WithFlippedBitsNeitherCrashNorGrow) {
    std::string bytes;
    append_profile(profile(kRecord), bytes);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string flipped = bytes;
            flipped[at] = static_cast<char>(flipped[at] ^ (1U << bit));
            const auto read = read_profile(flipped, ProfilePart::Whole);
            if (!read) continue;
            EXPECT_LE(read->conditions.size(), kMostNames);
            for (const auto& terms : read->terms) EXPECT_TRUE(std::is_sorted(terms.begin(), terms.end()));
        }
    }
}

} // namespace
} // namespace trialdex::index
