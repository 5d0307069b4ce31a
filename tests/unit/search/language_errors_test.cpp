// What the language refuses: the contract's wording, the place, plain words, and suggestions that parse.
#include "search/language/parse.h"
#include "support/expression_shape.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace trialdex::search {
namespace {

Scope basic() { return {find_area("BasicSearch"), nullptr}; }

ParseError error_of(std::string_view text) {
    const auto expression = parse(text, basic());
    EXPECT_FALSE(expression) << text << " is " << (expression ? support::shape(*expression) : "");
    return expression ? ParseError() : expression.error();
}

std::string place(const std::string& text) {
    const TextRange range = error_of(text).range;
    return text.substr(range.begin, range.end - range.begin);
}

TEST(LanguageErrors, RecordedWordings) {
    EXPECT_EQ(error_of("(diabetes AND").detail, "inner bool query clause cannot be null");
    EXPECT_EQ(error_of("()").detail, "inner bool query clause cannot be null");
    EXPECT_EQ(error_of("").detail, "inner bool query clause cannot be null");
    EXPECT_EQ(error_of(" \n ").detail, "inner bool query clause cannot be null");
    EXPECT_EQ(error_of("AREA[X]a").detail, "Unknown area name: `X`");
    EXPECT_EQ(error_of("AREA[Phase]PHASE5").detail,
              "Allowed values for enum field `protocolSection.designModule.phases` are `NA`, `EARLY_PHASE1`, `PHASE1`, "
              "`PHASE2`, `PHASE3`, `PHASE4`");
    EXPECT_EQ(error_of("COVERAGE[FullMatc]a").detail, "Invalid coverage: FullMatc");
    EXPECT_TRUE(
        error_of("cancer [stage 4]")
            .detail.starts_with(
                "mismatched input '[' expecting {<EOF>, '(', ',', 'NOT', 'AND', 'OR', 'SEARCH', 'AREA', 'RANGE'"));
    EXPECT_TRUE(error_of("[stage 4]").detail.starts_with("extraneous input '[' expecting "));
    EXPECT_TRUE(error_of("AREAS[Phase]PHASE1").detail.starts_with("mismatched input '[' expecting "));
    EXPECT_EQ(error_of("5\" needle").detail, "token recognition error at: '\"'");
    EXPECT_EQ(error_of("(diabetes").detail, "missing ')' at '<EOF>'");
}

TEST(LanguageErrors, OtherTextsOfTheSameShape) {
    EXPECT_TRUE(error_of("diabetes)").detail.starts_with("extraneous input ')' expecting "));
    EXPECT_TRUE(error_of("AND diabetes").detail.starts_with("extraneous input 'AND' expecting "));
    EXPECT_TRUE(error_of("a AND OR b").detail.starts_with("extraneous input 'OR' expecting "));
    EXPECT_TRUE(error_of("AREA[Phase]").detail.starts_with("mismatched input '<EOF>' expecting "));
    EXPECT_EQ(error_of("AREA[Phase PHASE2").detail, "missing ']' at '<EOF>'");
    EXPECT_EQ(error_of("EXPANSION[Much]a").detail, "Invalid expansion: Much");
    EXPECT_EQ(error_of("SEARCH[Site](a)").detail, "Invalid document: Site");
    EXPECT_EQ(error_of("AREA[HasResults]maybe").detail,
              "Allowed values for boolean field `hasResults` are `true`, `false`");
    EXPECT_EQ(error_of("AREA[StartDate]soon").detail,
              "Invalid value for PartialDate field `protocolSection.statusModule.startDateStruct.date`: `soon`");
    EXPECT_EQ(error_of("AREA[StartDate]RANGE[2024-13,MAX]").detail,
              "Invalid value for PartialDate field `protocolSection.statusModule.startDateStruct.date`: `2024-13`");
    EXPECT_EQ(error_of("AREA[StartDate]RANGE[2024]").detail, "RANGE must have two bounds");
    EXPECT_EQ(error_of("AREA[Condition]RANGE[1,2]").detail,
              "RANGE is not supported for `protocolSection.conditionsModule.conditions`");
    EXPECT_EQ(error_of("AREA[Phase]RANGE[1,2]").detail,
              "RANGE is not supported for `protocolSection.designModule.phases`");
    EXPECT_EQ(error_of("RANGE[1,2]").detail, "RANGE is not supported for `BasicSearch`");
    EXPECT_EQ(error_of("AREA[OverallStatus:size]1").detail, "Unknown area name: `OverallStatus:size`");
    EXPECT_EQ(error_of("AREA[ConditionSearch:size]1").detail, "Unknown area name: `ConditionSearch:size`");
    EXPECT_EQ(error_of("AREA[Phase:size]two").detail, "Invalid size of `protocolSection.designModule.phases`: `two`");
    EXPECT_EQ(error_of("AREA[Location]Boston").detail,
              "Field `protocolSection.contactsLocationsModule.locations` of type Location has no words");
    EXPECT_EQ(error_of("AREA[Condition]DISTANCE[1,2,3km]").detail,
              "DISTANCE is not supported for `protocolSection.conditionsModule.conditions`");
    EXPECT_EQ(error_of("TILT[Condition]a").detail,
              "TILT is not supported for `protocolSection.conditionsModule.conditions`");
    EXPECT_EQ(error_of("SEARCH[Location](SEARCH[Location](a))").detail,
              "SEARCH cannot be used inside SEARCH[Location]");
}

TEST(LanguageErrors, KnowTheirPlace) {
    EXPECT_EQ(place("a AREA[Condtion]b"), "Condtion");
    EXPECT_EQ(place("AREA[Phase](PHASE2 OR PHASE5)"), "PHASE5");
    EXPECT_EQ(place("a (b (c)"), "(");
    EXPECT_EQ(error_of("a (b (c)").range.begin, 2U);
    EXPECT_EQ(place("say \"ah"), "\"");
    EXPECT_EQ(place("a AND ()"), "AND ()");
    EXPECT_EQ(place("stage [4]"), "[");
}

TEST(LanguageErrors, SayWhatWasProbablyMeant) {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"AREA[Condtion]melanoma", "AREA[Condition]melanoma"},
        {"AREA[conditionsearch]melanoma", "AREA[ConditionSearch]melanoma"},
        {"AREA[NCT-ID]NCT1", "AREA[NCTId]NCT1"},
        {"AREA[protocolSection.designModule.phases]PHASE1", "AREA[Phase]PHASE1"},
        {"AREA[Phase]PHAS2", "AREA[Phase]PHASE2"},
        {"COVERAGE[Fullmatch]a", "COVERAGE[FullMatch]a"},
        {"SEARCH[location](a)", "SEARCH[Location](a)"},
        {"(a OR (b", "(a OR (b))"},
        {"(diabetes AND", "(diabetes )"},
        {"diabetes AND", "diabetes "},
        {"a AND () OR b", "a  OR b"},
        {"say \"ah", "say \"ah\""},
        {"a) b", "a  b"},
        {"stage [4]", "stage  4 "},
        {"Area[Phase]PHASE1", "AREA[Phase]PHASE1"},
        {"AREA [Phase]PHASE1", "AREA[Phase]PHASE1"},
        {"AREA[Phase PHASE2", "AREA[Phase] PHASE2"},
        {"(AREA[Condtion]a OR AREA[Phas]PHASE1", "(AREA[Condition]a OR AREA[Phase]PHASE1)"}, // three mistakes
        {"()", ""},
        {"AREA[Xyzzyx]a", ""},
    };
    for (const auto& [wrong, meant] : cases) EXPECT_EQ(error_of(wrong).suggestion, meant) << wrong;
    EXPECT_EQ(error_of("AREA[Condtion]a").plain, "There is no field called “Condtion”. Did you mean “Condition”?");
}

// Pieces of the language in any order: no crash, every error has words and a place inside the text, every suggestion
// parses, and every part of a tree lies within its parent.
void check_ranges(const Expression& whole) {
    EXPECT_LE(whole.range.begin, whole.range.end);
    for (const Expression& part : whole.parts) {
        EXPECT_GE(part.range.begin, whole.range.begin);
        EXPECT_LE(part.range.end, whole.range.end);
        check_ranges(part);
    }
}

TEST(LanguageErrors, HoldForAnyMixture) {
    const std::vector<std::string> pieces = {"a",
                                             " ",
                                             "\"",
                                             "(",
                                             ")",
                                             "[",
                                             "]",
                                             ",",
                                             "\\",
                                             " AND ",
                                             " OR ",
                                             "NOT ",
                                             "AREA[",
                                             "AREA[Phase]",
                                             "AREA[Condtion]",
                                             "RANGE[1,2]",
                                             "RANGE[",
                                             "MISSING",
                                             "ALL",
                                             "COVER[FullMatch]",
                                             "COVERAGE[x]",
                                             "SEARCH[Location]",
                                             "\"b c\"",
                                             "TILT[StartDate]",
                                             "AREA[EnrollmentCount]",
                                             "5",
                                             "DISTANCE[1,2,3mi]",
                                             "é",
                                             "\xff",
                                             "AREA[Phase:size]",
                                             "PHASE2"};
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t n = random() % 9; n > 0; --n) text += pieces[random() % pieces.size()];
        const auto expression = parse(text, basic());
        if (expression) {
            check_ranges(*expression);
            EXPECT_LE(expression->range.end, text.size());
            continue;
        }
        const ParseError& error = expression.error();
        EXPECT_FALSE(error.detail.empty() || error.plain.empty()) << text;
        EXPECT_TRUE(error.range.begin <= error.range.end && error.range.end <= text.size()) << text;
        EXPECT_TRUE(error.suggestion.empty() || parse(error.suggestion, basic())) << text << " -> " << error.suggestion;
        const Reading reading = read_as_typed(text, basic());
        check_ranges(reading.expression);
    }
}

} // namespace
} // namespace trialdex::search
