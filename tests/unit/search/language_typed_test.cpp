// What people type into the box: it never fails, and it means what they meant.
#include "search/language/parse.h"
#include "support/expression_shape.h"

#include <gtest/gtest.h>

namespace trialdex::search {
namespace {

Scope conditions() { return {find_area("ConditionSearch"), nullptr}; }

std::string typed(std::string_view text) {
    std::string shape = support::shape(read_as_typed(text, conditions()).expression);
    for (std::size_t at; (at = shape.find("ConditionSearch:")) != std::string::npos;) shape.erase(at, 16);
    return shape;
}

bool is_language(std::string_view text) { return read_as_typed(text, conditions()).as_language; }

TEST(TypedText, WordsOfEveryDay) {
    EXPECT_EQ(typed("heart attack"), "heart attack");
    EXPECT_EQ(typed("Crohn's disease"), "Crohn's disease");
    EXPECT_EQ(typed("asthma or copd"), "asthma or copd");
    EXPECT_EQ(typed("Boston, MA"), "(and Boston MA)");
    EXPECT_EQ(typed("melanoma,"), "melanoma");
    EXPECT_EQ(typed("heart attack (myocardial infarction)"), "(and heart attack myocardial infarction)");
    EXPECT_EQ(typed("(head OR neck) pain"), "(and (or head neck) pain)");
    EXPECT_EQ(typed("what is it?"), "what is it?");
    for (const char* good : {"Crohn's disease", "asthma or copd", "Boston, MA", "melanoma,", "what is it?"}) {
        EXPECT_TRUE(is_language(good)) << good;
    }
}

TEST(TypedText, BracketsQuotesAndUnfinishedThoughtsAreWords) {
    EXPECT_EQ(typed("type 2 diabetes [T2D]"), "type 2 diabetes T2D");
    EXPECT_EQ(typed("HLA-A[0201]"), "HLA-A 0201");
    EXPECT_EQ(typed("5\" needle"), "5 needle");
    EXPECT_EQ(typed("\"lung cancer\" stage \"4"), "(and \"lung cancer\" stage 4)");
    EXPECT_EQ(typed("melanoma (skin"), "melanoma skin");
    EXPECT_EQ(typed("melanoma) skin, eyes"), "(and melanoma skin eyes)");
    EXPECT_EQ(typed("diabetes AND"), "diabetes");
    EXPECT_EQ(typed("OR asthma"), "asthma");
    EXPECT_EQ(typed("AREA[Condtion]melanoma"), "melanoma");
    EXPECT_EQ(typed("AREA[Condition"), "Condition");
    EXPECT_EQ(typed("()"), "nothing");
    EXPECT_EQ(typed("[["), "nothing");
    for (const char* odd : {"type 2 diabetes [T2D]", "5\" needle", "melanoma (skin", "diabetes AND", "()"}) {
        const Reading reading = read_as_typed(odd, conditions());
        EXPECT_FALSE(reading.as_language) << odd;
        EXPECT_FALSE(reading.problem.plain.empty()) << odd;
    }
}

TEST(TypedText, TypographicQuotesAndBlanks) {
    EXPECT_EQ(typed("“lung cancer”"), "\"  lung cancer  \"");
    EXPECT_EQ(typed("AREA[Phase]\u00A0PHASE2"), "Phase=PHASE2");
    EXPECT_EQ(typed("„Herz“ «coeur»"), typed("\"  Herz\"   \" coeur \""));
}

TEST(TypedText, NothingTypedNarrowsNothing) {
    EXPECT_EQ(typed(""), "all");
    EXPECT_EQ(typed("  "), "all");
    EXPECT_TRUE(is_language(" "));
}

TEST(TypedText, TooMuchIsCutNotRefused) {
    const Reading reading = read_as_typed(std::string(2 * kMaxExpressionBytes, 'a'), conditions());
    EXPECT_FALSE(reading.as_language);
    EXPECT_EQ(reading.expression.text.size(), kMaxExpressionBytes);
}

} // namespace
} // namespace trialdex::search
