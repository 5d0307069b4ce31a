// No word of a criteria text is lost, doubled or moved, whatever the text is; and no text takes more than linear time.
#include "study/criteria/criteria.h"
#include "study/criteria/quantities.h"
#include "study/json.h"
#include "support/criteria_lines.h"
#include "support/criteria_words.h"
#include "support/shared_data.h"
#include "support/zst_lines.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <random>

namespace trialdex::study {
namespace {

// Bounds and order; the text itself is never touched.
void expect_sound_quantities(const std::string& text) {
    std::size_t at = 0;
    for (const TextRange& range : find_quantities(text)) {
        ASSERT_LE(at, range.begin);
        ASSERT_LT(range.begin, range.end);
        ASSERT_LE(range.end, text.size());
        at = range.end;
    }
}

TEST(CriteriaWords, OfMadeUpTextsStandOnceAndInOrder) {
    constexpr std::string_view kParts[] = {"Inclusion Criteria",
                                           ":",
                                           "\n",
                                           "\n\n",
                                           "* ",
                                           "1. ",
                                           "Exclusion Criteria:",
                                           "  ",
                                           "Exclusion",
                                           "non-",
                                           "age ",
                                           "≥ 18",
                                           "(",
                                           ")",
                                           "\\>",
                                           "Patients must not:",
                                           "\u00a0",
                                           "• ",
                                           "Healthy controls:\n",
                                           "a) ",
                                           "-",
                                           "may ",
                                           "none",
                                           "\t",
                                           "<p>",
                                           "</li>",
                                           "will be excluded if:",
                                           "\r\n",
                                           "/",
                                           ".",
                                           "Note",
                                           " kg",
                                           "\xE2",
                                           "eligible "};
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t parts = random() % 14; parts > 0; --parts) text += kParts[random() % std::size(kParts)];
        const std::size_t tag = text.find('<');
        if (tag != text.npos && tag <= text.find_first_not_of(" \t\r\n\xC2\xA0")) continue; // HTML: real ones are below
        support::expect_every_word_once(text);
        expect_sound_quantities(text);
    }
}

TEST(CriteriaWords, OfRealTextsStandOnceAndInOrder) {
    const auto path = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!path) GTEST_SKIP() << "needs ../shared/data/ctgov/studies.ndjson.zst, which is not here";
    std::size_t texts = 0;
    std::size_t split = 0;
    support::each_zst_line(*path, [&](const std::string& line) {
        const auto document = Document::parse(line);
        const std::string text(document->root()["protocolSection"]["eligibilityModule"]["eligibilityCriteria"].text());
        if (text.empty()) return true;
        support::expect_every_word_once(text);
        expect_sound_quantities(text);
        ++texts;
        split += says_sides(read_criteria(text)) ? 1 : 0;
        return !::testing::Test::HasFatalFailure();
    });
    EXPECT_GT(texts, 3'000U);
    EXPECT_GT(split, texts * 98 / 100);
}

// What a hostile record may hold. Each takes milliseconds; a quadratic reader would take minutes and be noticed.
TEST(CriteriaWords, HostileTextsAreReadInLinearTime) {
    constexpr std::size_t kParts = 200'000;
    for (const char* part : {"* x\n", "Exclusion Criteria: a Inclusion Criteria: b ", "     ", "((((", "1. ", "- ",
                             "\\", "Inclusion ", "≥ 1 ", "1-1-1-1-", "<li>", "\u00a0", "x"}) {
        std::string text;
        for (std::size_t i = 0; i < kParts; ++i) text += part;
        EXPECT_LE(read_criteria(text).size(), 4 * kParts + 1);
        EXPECT_LE(find_quantities(text).size(), 2 * kParts);
    }
    std::string deep;
    for (std::size_t i = 0; i < 1'000; ++i) deep += std::string(i, ' ') + "* x\n";
    EXPECT_EQ(read_criteria(deep).size(), 1'000U);
}

// Lines whose side somebody marked by hand: NCT id, line from 1, side (I, E, U, H, or ? where a reader cannot tell).
// TRIALDEX_CRITERIA_MARKS names the file; the records are the shared ones.
TEST(CriteriaWords, StandOnTheSideThatAReaderMarked) {
    const char* marks_path = std::getenv("TRIALDEX_CRITERIA_MARKS");
    if (!marks_path) GTEST_SKIP() << "needs TRIALDEX_CRITERIA_MARKS, a file of lines marked by hand";
    const auto path = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!path) GTEST_SKIP() << "needs ../shared/data/ctgov/studies.ndjson.zst, which is not here";
    std::map<std::string, std::map<std::size_t, char>> marks;
    std::ifstream file(marks_path);
    std::string id;
    std::size_t number = 0;
    char side = 0;
    while (file >> id >> number >> side) marks[id][number] = side;
    ASSERT_FALSE(marks.empty()) << marks_path;

    std::map<std::string, std::size_t> counts; // by mark and answer: "IE" is a line marked I that we call E
    support::each_zst_line(*path, [&](const std::string& line) {
        const auto document = Document::parse(line);
        const Value protocol = document->root()["protocolSection"];
        const auto marked = marks.find(std::string(protocol["identificationModule"]["nctId"].text()));
        if (marked == marks.end()) return true;
        const std::string sides = support::line_sides(protocol["eligibilityModule"]["eligibilityCriteria"].text());
        for (const auto& [at, mark] : marked->second) {
            const char answer = at <= sides.size() ? sides[at - 1] : '-';
            ++counts[std::string{mark, answer}];
            const bool is_side = mark == 'I' || mark == 'E';
            const bool answers_side = answer == 'I' || answer == 'E';
            if (mark != answer && mark != '?') {
                std::cout << marked->first << " line " << at << ": marked " << mark << ", read as " << answer << '\n';
            }
            EXPECT_FALSE(is_side && answers_side && mark != answer) << marked->first << " line " << at;
        }
        marked->second.clear();
        return true;
    });
    for (const auto& [pair, count] : counts) {
        std::cout << "marked " << pair[0] << ", read as " << pair[1] << ": " << count << '\n';
    }
}

} // namespace
} // namespace trialdex::study
