// Common phrases in a value, against a look at every place.
#include "index/build/common_phrase_matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace trialdex::index {

namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using Found = std::vector<std::pair<std::string, std::uint32_t>>;
using Words = std::vector<std::string>; // by place; "" is a function word or none

Found found_in(const CommonPhraseMatcher& matcher, const Words& split, const Words& joined = {}) {
    const auto numbers = [&](const Words& words) {
        std::vector<std::uint32_t> all;
        for (const std::string& word : words)
            all.push_back(word.empty() ? CommonPhraseMatcher::kNoWord : matcher.word(word));
        return all;
    };
    Found found;
    matcher.match(numbers(split), numbers(joined), [&](std::uint32_t phrase, std::uint32_t place) {
        found.emplace_back(matcher.phrases().keys()[phrase], place);
    });
    return found;
}

TEST(CommonPhraseMatcher, FindsRunsAndPairsWithAWordBetween) {
    const CommonPhraseMatcher matcher(CommonPhrases({"heart failur", "congest heart failur", "qualiti * life"}));
    EXPECT_THAT(found_in(matcher, {"congest", "heart", "failur", "", "heart"}),
                UnorderedElementsAre(std::pair{"congest heart failur", 0U}, std::pair{"heart failur", 1U}));
    EXPECT_THAT(found_in(matcher, {"qualiti", "", "life"}), ElementsAre(std::pair{"qualiti * life", 0U}));
    EXPECT_THAT(found_in(matcher, {"qualiti", "heart", "life"}), ElementsAre(std::pair{"qualiti * life", 0U}));
    EXPECT_TRUE(found_in(matcher, {"qualiti", "life"}).empty());
    EXPECT_TRUE(found_in(matcher, {"failur", "heart"}).empty());
    EXPECT_TRUE(found_in(matcher, {"heart"}).empty());
}

// "week follow-up visit": the whole "followup" stands where "follow" does.
TEST(CommonPhraseMatcher, AHyphenatedWholeIsAWordAtThePlaceOfItsFirstPart) {
    const CommonPhraseMatcher matcher(CommonPhrases({"week followup", "follow up", "week follow up visit"}));
    EXPECT_THAT(found_in(matcher, {"week", "follow", "up", "visit"}, {"", "followup", "", ""}),
                UnorderedElementsAre(std::pair{"week followup", 0U}, std::pair{"week follow up visit", 0U},
                                     std::pair{"follow up", 1U}));
}

TEST(CommonPhraseMatcher, WithoutPhrasesFindsNothing) {
    const CommonPhraseMatcher matcher{CommonPhrases()};
    EXPECT_TRUE(found_in(matcher, {"heart", "failur"}).empty());
}

TEST(CommonPhraseMatcher, FindsWhatALookAtEveryPlaceFinds) {
    std::mt19937 random(7);
    const auto word = [&] { return std::string(1, static_cast<char>('a' + random() % 4)); };
    for (int round = 0; round < 200; ++round) {
        std::vector<std::string> keys;
        for (int i = 0; i < 6; ++i) {
            std::string key = word();
            const std::size_t length = 2 + random() % 4;
            if (length == 2 && random() % 2 == 0) key += " *";
            for (std::size_t at = 1; at < length; ++at) key += " " + word();
            keys.push_back(key);
        }
        const CommonPhraseMatcher matcher{CommonPhrases(keys)};
        Words text;
        for (int i = 0; i < 12; ++i) text.push_back(random() % 5 == 0 ? "" : word());
        std::set<std::pair<std::string, std::uint32_t>> expected;
        for (const std::string& key : matcher.phrases().keys()) {
            for (std::uint32_t place = 0; place < text.size(); ++place) {
                std::size_t at = place;
                bool all = true;
                for (std::size_t from = 0; from < key.size(); from += 2, ++at)
                    all = all && at < text.size() && (key[from] == '*' || text[at] == key.substr(from, 1));
                if (all) expected.emplace(key, place);
            }
        }
        const Found found = found_in(matcher, text);
        EXPECT_EQ(std::set(found.begin(), found.end()), expected);
        EXPECT_EQ(found.size(), expected.size());
    }
}

} // namespace

} // namespace trialdex::index
