#include "index/build/term_table.h"

#include <gtest/gtest.h>

namespace trialdex::index {
namespace {

TEST(TermTable, NumbersTermsInTheOrderTheyCome) {
    TermTable table;
    constexpr std::uint32_t kTerms = 20'000; // grows three times
    for (std::uint32_t round = 0; round < 2; ++round) {
        for (std::uint32_t i = 0; i < kTerms; ++i) {
            bool added = false;
            EXPECT_EQ(table.intern("term " + std::to_string(i * 7), added), i);
            EXPECT_EQ(added, round == 0);
        }
    }
    EXPECT_EQ(table.size(), kTerms);
    for (std::uint32_t i = 0; i < kTerms; ++i) ASSERT_EQ(table.term(i), "term " + std::to_string(i * 7));
}

TEST(TermTable, TellsApartWhatLooksAlike) {
    TermTable table;
    bool added = false;
    const std::string zero("a\0b", 3);
    EXPECT_EQ(table.intern("", added), 0u);
    EXPECT_EQ(table.intern("a", added), 1u);
    EXPECT_EQ(table.intern(zero, added), 2u);
    EXPECT_EQ(table.intern("", added), 0u);
    EXPECT_FALSE(added);
    EXPECT_EQ(table.term(2), zero);
}

} // namespace
} // namespace trialdex::index
