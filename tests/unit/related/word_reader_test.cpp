// Words that are remembered are the words that folding and stemming would make again.
#include "related/rarities.h"
#include "related/word_reader.h"

#include <gtest/gtest.h>

namespace trialdex::related {
namespace {

TEST(WordReader, RemembersWhatItWouldHaveMade) {
    text::Stemmer stemmer;
    text::Splitter splitter;
    // More words than it has places, twice, so that most come when another stands in their place.
    std::string text;
    for (int number = 0; number < 40'000; ++number) text += "word" + std::to_string(number) + "s of Tumours ";
    for (int time = 0; time < 2; ++time) {
        std::vector<std::uint64_t> expected;
        for (const text::Word& word : splitter.split(text, text::Markup::Plain)) {
            if (!word.joined && !text::is_function_word(word.folded))
                expected.push_back(Rarities::hash(stemmer.term(word.folded)));
        }
        std::vector<std::uint64_t> found;
        WordReader::of_thread().each(text, text::Markup::Plain,
                                     [&](std::string_view, std::uint64_t term) { found.push_back(term); });
        ASSERT_EQ(found, expected);
    }
}

TEST(WordReader, GivesWordsAsWrittenWithoutFunctionWords) {
    std::vector<std::string> written;
    WordReader::of_thread().each("Treatment of Breast-Cancer", text::Markup::Plain,
                                 [&](std::string_view word, std::uint64_t) { written.emplace_back(word); });
    EXPECT_EQ(written, (std::vector<std::string>{"Treatment", "Breast", "Cancer"}));
}

} // namespace
} // namespace trialdex::related
