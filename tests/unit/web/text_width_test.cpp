#include "web/components/text_width.h"
#include "web/path/node_words.h"

#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

TEST(TextWidth, CountsTheRoomOfLetters) {
    EXPECT_EQ(text_width(""), 0U);
    EXPECT_EQ(text_width("HbA1c"), 5U);
    EXPECT_EQ(text_width("Ναυτία"), 6U);
    EXPECT_EQ(text_width("二甲双胍500 mg"), 14U);
    EXPECT_EQ(text_width("n\u0303"), 1U);       // a tilde that stands on its letter
    EXPECT_EQ(text_width("أسبوعًا"), 6U);        // with a mark above the fifth
    EXPECT_EQ(text_width("\u2068x\u2069"), 1U); // isolates have no shape
    EXPECT_GE(text_width("\xE4\xBA"), 1U);      // cut off within a letter
}

TEST(TextWidth, KnowsLettersFromRightToLeft) {
    EXPECT_TRUE(has_right_to_left("داء السكري"));
    EXPECT_TRUE(has_right_to_left("type 2 סוכרת"));
    for (const char* text : {"", "diabetes", "Ναυτία", "糖尿病", "–", "당뇨병", "😀"})
        EXPECT_FALSE(has_right_to_left(text)) << text;
}

TEST(TextWidth, IsolatesOnlyWhatWouldMoveItsNeighbours) {
    EXPECT_EQ(isolated("Málaga"), "Málaga");
    EXPECT_EQ(isolated("القاهرة"), "\u2068القاهرة\u2069");
}

TEST(Shortened, CutsByRoomAndNeverWithinALetter) {
    EXPECT_EQ(nodes::shortened("二甲双胍缓释片", 14), "二甲双胍缓释片");
    EXPECT_EQ(nodes::shortened("二甲双胍缓释片", 9), "二甲双胍…");
    EXPECT_EQ(nodes::shortened("Αγωγή με εικονικό φάρμακο", 12), "Αγωγή με…");
    EXPECT_EQ(nodes::shortened("one two three", 9), "one two…");
}

} // namespace
} // namespace trialdex::web
