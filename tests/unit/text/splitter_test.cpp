// Which words a text holds: every rule of text/words.h with the texts that need it.
#include "text/words.h"

#include <gmock/gmock.h>
#include <random>
#include <string>
#include <vector>

namespace trialdex::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The words with their places; a joined word carries a "+".
std::vector<std::string> words(std::string_view text, Markup markup = Markup::Plain) {
    Splitter splitter;
    std::vector<std::string> all;
    for (const Word& word : splitter.split(text, markup)) {
        all.push_back(std::to_string(word.place) + (word.joined ? "+" : ":") + std::string(word.folded));
    }
    return all;
}

TEST(Splitter, FoldsCaseAndLeavesSignsOut) {
    EXPECT_THAT(words("Type 2 Diabetes (T2D), HER2+"), ElementsAre("0:type", "1:2", "2:diabetes", "3:t2d", "4:her2"));
    EXPECT_THAT(words(""), IsEmpty());
    EXPECT_THAT(words(" -- ,.'& \\"), IsEmpty());
    EXPECT_THAT(words("snake_case"), ElementsAre("0:snake", "1:case"));
}

TEST(Splitter, TakesAccentsOff) {
    EXPECT_THAT(words("Sjögren Ménière"), ElementsAre("0:sjogren", "1:meniere"));
    EXPECT_THAT(words("Me\u0301nie\u0300re"), ElementsAre("0:meniere"));
    EXPECT_THAT(words("Straße Łódź Ørsted Œdème"), ElementsAre("0:strasse", "1:lodz", "2:orsted", "3:oedeme"));
    EXPECT_THAT(words("ＨＥＲ２ ﬁbrosis"), ElementsAre("0:her2", "1:fibrosis"));
}

TEST(Splitter, NamesGreekLettersButNotGreekWords) {
    EXPECT_THAT(words("IFN-γ"), ElementsAre("0+ifngamma", "0:ifn", "1:gamma"));
    EXPECT_THAT(words("TNFα γδ T"), ElementsAre("0:tnfalpha", "1:gammadelta", "2:t"));
    EXPECT_THAT(words("Καρκίνος"), ElementsAre("0:καρκινοσ"));
    EXPECT_THAT(words("5 µg 5μg μ-opioid"),
                ElementsAre("0:5", "1:ug", "2:5", "3:ug", "4+muopioid", "4:mu", "5:opioid"));
}

TEST(Splitter, DropsPossessivesAndJoinsOtherApostrophes) {
    EXPECT_THAT(words("Alzheimer's patients' O'Brien l’Enfant Crohn’s"),
                ElementsAre("0:alzheimer", "1:patients", "2:obrien", "3:lenfant", "4:crohn"));
    EXPECT_THAT(words("'quoted' Alzheimer&#39;s"), ElementsAre("0:quoted", "1:alzheimer"));
}

TEST(Splitter, SplitsHyphensAndJoinsTheWhole) {
    EXPECT_THAT(words("covid-19 x"), ElementsAre("0+covid19", "0:covid", "1:19", "2:x"));
    EXPECT_THAT(words("non\u2013small\u2011cell"), ElementsAre("0+nonsmallcell", "0:non", "1:small", "2:cell"));
    EXPECT_THAT(words("a-b-c-d-e"), ElementsAre("0:a", "1:b", "2:c", "3:d", "4:e"));
    EXPECT_THAT(words("pre- and post-op --x"), ElementsAre("0:pre", "1:and", "2+postop", "2:post", "3:op", "4:x"));
    EXPECT_THAT(words("and/or a\u2014b"), ElementsAre("0:and", "1:or", "2:a", "3:b"));
}

TEST(Splitter, KeepsNumbersWhole) {
    EXPECT_THAT(words("1,000 0.5 1,234,567.25 10,20 1,0000 end.5"),
                ElementsAre("0:1000", "1:0.5", "2:1234567.25", "3:10", "4:20", "5:1", "6:0000", "7:end", "8:5"));
    EXPECT_THAT(words("over 5. Then"), ElementsAre("0:over", "1:5", "2:then"));
}

TEST(Splitter, TakesUnitsOffNumbers) {
    EXPECT_THAT(words("10mg"), ElementsAre("0:10", "1:mg"));
    EXPECT_THAT(words("1,000mL/h 0.5µg"), ElementsAre("0:1000", "1:ml", "2:h", "3:0.5", "4:ug"));
    EXPECT_THAT(words("5-mg"), ElementsAre("0+5mg", "0:5", "1:mg"));
    EXPECT_THAT(words("3d 1st phase2"), ElementsAre("0:3d", "1:1st", "2:phase2"));
}

TEST(Splitter, TakesScriptsWithoutSpacesCharacterByCharacter) {
    EXPECT_THAT(words("肺癌 NSCLC"), ElementsAre("0:肺", "1:癌", "2:nsclc"));
    EXPECT_THAT(words("がん"), ElementsAre("0:が", "1:ん"));
    EXPECT_THAT(words("мелано́ма"), ElementsAre("0:меланома"));
    EXPECT_THAT(words("폐암"), ElementsAre("0:폐암"));
    EXPECT_THAT(words("हिंदी"), ElementsAre("0:हिंदी"));
}

TEST(Splitter, UndoesEscapesAndEntities) {
    EXPECT_THAT(words(R"(\*bold\* **x** 1\.5 covid\-19)", Markup::CommonMark),
                ElementsAre("0:bold", "1:x", "2:1.5", "3+covid19", "3:covid", "4:19"));
    EXPECT_THAT(words("R&amp;D caf&eacute; &#956;g &#x3b1; &lt;5 &nbsp;x &bogus;"),
                ElementsAre("0:r", "1:d", "2:cafe", "3:ug", "4:alpha", "5:5", "6:x", "7:bogus"));
    EXPECT_THAT(words(R"(1\.5)"), ElementsAre("0:1", "1:5"));
}

TEST(Splitter, SaysWhereWordsStand) {
    Splitter splitter;
    const std::string text = "The COVID-19 &amp; Crohn's 1,000mg";
    std::vector<std::string> written;
    for (const Word& word : splitter.split(text, Markup::Plain)) {
        written.push_back(text.substr(word.begin, word.end - word.begin));
    }
    EXPECT_THAT(written, ElementsAre("The", "COVID-19", "COVID", "19", "Crohn's", "1,000", "mg"));
    EXPECT_EQ(splitter.places(), 6U);
}

TEST(Splitter, CutsLongWords) {
    Splitter splitter;
    const std::string text = std::string(200, 'a') + " b";
    const auto found = splitter.split(text, Markup::Plain);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].folded.size(), kMaxWordBytes);
    EXPECT_EQ(found[0].end, 200U);
    EXPECT_THAT(words(std::string(40, 'a') + "-" + std::string(40, 'b')).size(), 2U);
}

TEST(Splitter, ForgetsTheTextBefore) {
    Splitter splitter;
    splitter.split("one two three", Markup::Plain);
    EXPECT_EQ(splitter.split("four", Markup::Plain).size(), 1U);
    EXPECT_EQ(splitter.places(), 1U);
    EXPECT_THAT(splitter.split("", Markup::Plain), IsEmpty());
    EXPECT_EQ(splitter.places(), 0U);
}

// Bytes that make trouble come often; whatever they are, words lie in the text and ascend.
TEST(Splitter, TakesAnyBytes) {
    const std::vector<std::string> pieces = {
        "a",        "Z9",   "-",  "'s",  "'",      ",", "000",    ".",          "&amp;",    "&#",
        "&#956;",   ";",    "\\", "\\*", "µ",      "α", "é",      "\u0301",     "肺",       "\xC3",
        "\xF0\x9F", "\xFF", " ",  "mg",  "\u2011", "ß", "\uFDFA", "&#x110000;", "&#55296;", std::string(1, '\0'),
        "\u00AD",   "ก",    "10"};
    std::mt19937 random(7);
    Splitter splitter;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t i = random() % 40; i > 0; --i) text += pieces[random() % pieces.size()];
        const auto found = splitter.split(text, round % 2 == 0 ? Markup::Plain : Markup::CommonMark);
        const Word* before = nullptr;
        for (const Word& word : found) {
            ASSERT_FALSE(word.folded.empty()) << text;
            ASSERT_LE(word.folded.size(), kMaxWordBytes);
            ASSERT_LT(word.begin, word.end);
            ASSERT_LE(word.end, text.size());
            ASSERT_LT(word.place, splitter.places());
            if (before != nullptr && before->joined) {
                ASSERT_EQ(before->place, word.place);
                ASSERT_EQ(before->begin, word.begin);
                ASSERT_GT(before->end, word.end);
            } else if (before != nullptr) {
                ASSERT_EQ(before->place + 1, word.place);
                ASSERT_LE(before->end, word.begin);
            }
            before = &word;
        }
    }
}

} // namespace
} // namespace trialdex::text
