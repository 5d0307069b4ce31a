// Words that are remembered are the words that folding and stemming would make again.
#include "index/profiles/word_reader.h"

#include <gtest/gtest.h>

namespace trialdex::index {
namespace {

TEST(WordReader, RemembersWhatItWouldHaveMade) {
    text::Stemmer stemmer;
    text::Splitter splitter;
    // More words than it has places, twice, so that most come when another stands in their place.
    std::string text;
    for (int number = 0; number < 40'000; ++number) text += "word" + std::to_string(number) + "s of Tumours ";
    for (int time = 0; time < 2; ++time) {
        std::vector<TermNumber> expected;
        for (const text::Word& word : splitter.split(text, text::Markup::Plain)) {
            if (!word.joined && !text::is_function_word(word.folded))
                expected.push_back(word_number(stemmer.term(word.folded)));
        }
        std::vector<TermNumber> found;
        WordReader::of_thread().each(text, text::Markup::Plain, [&](const WordReader::Read& word) {
            if (!word.joined) found.push_back(word.number);
        });
        ASSERT_EQ(found, expected);
    }
}

TEST(WordReader, GivesWordsAsWrittenWithoutFunctionWords) {
    std::vector<std::string> written;
    WordReader::of_thread().each("Treatment of Breast-Cancer", text::Markup::Plain, [&](const WordReader::Read& word) {
        if (!word.joined) written.emplace_back(word.written);
    });
    EXPECT_EQ(written, (std::vector<std::string>{"Treatment", "Breast", "Cancer"}));
}

} // namespace
} // namespace trialdex::index
