#include "index/completions/name_counts.h"
#include "index/completions/word_counts.h"

#include <gtest/gtest.h>

namespace trialdex::index {
namespace {

TEST(NameCounts, KeepsTheCommonestWithinItsLimit) {
    NameCounts counts(10);
    for (int round = 0; round < 5; ++round)
        for (int i = 0; i < 10; ++i) counts.add(NameKind::Condition, "common " + std::to_string(i), "Common", 3);
    for (int i = 0; i < 1000; ++i) counts.add(NameKind::Intervention, "rare " + std::to_string(i), "Rare", 1);
    const auto names = counts.ranked();
    ASSERT_EQ(names.size(), 10U);
    for (const auto& name : names) EXPECT_EQ(name.studies, 15U);
}

TEST(WordCounts, KeepsTheCommonestWithinItsLimit) {
    WordCounts counts(5);
    for (const char* word : {"one", "two", "three", "four", "five"}) counts.add(word, 9);
    for (int i = 0; i < 100; ++i) counts.add("x" + std::to_string(i), 1);
    const auto words = counts.sorted();
    ASSERT_EQ(words.size(), 5U);
    EXPECT_EQ(words.front()->first, "five");
    EXPECT_EQ(words.back()->first, "two");
}

TEST(WordCounts, AmongManyWordsThoseOfOneStudyGo) {
    WordCounts counts;
    counts.add("twice", 2);
    for (std::size_t i = 0; i < kManyWords; ++i) counts.add(std::to_string(i), 1);
    const auto words = counts.sorted();
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words.front()->first, "twice");
}

} // namespace
} // namespace trialdex::index
