// Which concepts a phrase is a form of.
#include "text/synonyms.h"

#include <gmock/gmock.h>
#include <string>
#include <vector>

namespace trialdex::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Concept make(const std::vector<std::string>& keys) {
    Concept made{"T1", keys.empty() ? "" : keys[0], {}};
    for (const std::string& key : keys) made.forms.push_back({key, key});
    return made;
}

TEST(Synonyms, FindsTheConceptsOfAForm) {
    const Synonyms synonyms({make({"heart attack", "myocardi infarct"}), make({"infarct", "heart attack"})});
    EXPECT_THAT(synonyms.find("heart attack"), ElementsAre(0U, 1U));
    EXPECT_THAT(synonyms.find("infarct"), ElementsAre(1U));
    EXPECT_THAT(synonyms.find("attack"), IsEmpty());
    EXPECT_THAT(synonyms.find(""), IsEmpty());
    EXPECT_EQ(synonyms.concepts().size(), 2U);
    EXPECT_EQ(synonyms.concepts()[0].forms[1].name, "myocardi infarct");
}

TEST(Synonyms, LongestCountsPlaces) {
    EXPECT_EQ(Synonyms().longest(), 0U);
    EXPECT_EQ(Synonyms({make({"a", "qualiti * life"}), make({"b c"})}).longest(), 3U);
}

TEST(Synonyms, AFormOfManyConceptsMeansNone) {
    std::vector<Concept> concepts(6, make({"pca"}));
    concepts.push_back(make({"prostat cancer"}));
    EXPECT_THAT(Synonyms(concepts).find("pca"), IsEmpty());
    concepts.erase(concepts.begin());
    EXPECT_EQ(Synonyms(concepts).find("pca").size(), 5U);
}

TEST(Synonyms, FingerprintTellsWhatDecidesMatches) {
    const std::vector<Concept> concepts = {make({"a", "b"}), make({"c"})};
    const auto same = Synonyms(concepts).fingerprint();
    EXPECT_EQ(Synonyms(concepts).fingerprint(), same);
    EXPECT_NE(Synonyms({make({"a"}), make({"b", "c"})}).fingerprint(), same);
    EXPECT_NE(Synonyms({make({"c"}), make({"a", "b"})}).fingerprint(), same);
    EXPECT_NE(Synonyms().fingerprint(), same);
    auto renamed = concepts;
    renamed[0].name = renamed[0].forms[0].name = "Another spelling";
    EXPECT_EQ(Synonyms(renamed).fingerprint(), same);
}

TEST(Synonyms, CopiesShareTheTable) {
    Synonyms copy;
    {
        const Synonyms original({make({"a"})});
        copy = original;
    }
    EXPECT_THAT(copy.find("a"), ElementsAre(0U));
}

} // namespace
} // namespace trialdex::text
