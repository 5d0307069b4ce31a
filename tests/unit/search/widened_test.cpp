// Wider readings of a query: what they ask, and what they leave alone.
#include "search/language/parse.h"
#include "search/search.h"

#include <gtest/gtest.h>

namespace trialdex::search {
namespace {

// "(a & b)", "(a | b)", "!a"; words with "@" and their area, a phrase in quotation marks.
std::string shape(const Expression& expression) {
    std::string inside;
    const std::string_view joint = expression.kind == Expression::Kind::And ? " & " : " | ";
    for (const Expression& part : expression.parts) inside += (inside.empty() ? "" : std::string(joint)) + shape(part);
    switch (expression.kind) {
    case Expression::Kind::Words: {
        const std::string quote = expression.quoted ? "\"" : "";
        const std::string scope = expression.scope.area   ? "@" + std::string(expression.scope.area->name)
                                  : expression.scope.node ? "@" + std::string(expression.scope.node->piece)
                                                          : "";
        return quote + expression.text + quote + scope;
    }
    case Expression::Kind::Not: return "!" + inside;
    case Expression::Kind::And:
    case Expression::Kind::Or: return "(" + inside + ")";
    case Expression::Kind::Location: return "[" + inside + "]";
    default: return "?";
    }
}

std::string widened_shape(std::string_view text, Widening how) {
    const auto wider = widened(*parse(text, {find_area("TitleSearch"), nullptr}), how);
    return wider ? shape(*wider) : "nothing";
}

TEST(Widened, AllWordsMayStandAnywhere) {
    constexpr auto kAll = Widening::AllWordsAnywhere;
    EXPECT_EQ(widened_shape("asthma", kAll), "(asthma@TitleSearch | asthma)");
    EXPECT_EQ(widened_shape("quality of life", kAll), "(quality of life@TitleSearch | (quality & life))");
    EXPECT_EQ(widened_shape("\"heart attack\"", kAll), "(\"heart attack\"@TitleSearch | (heart & attack))");
    EXPECT_EQ(widened_shape("a1 AND NOT b1", kAll), "((a1@TitleSearch | a1) & !b1@TitleSearch)");
    EXPECT_EQ(widened_shape("a1 OR AREA[Phase]PHASE1", kAll), "((a1@TitleSearch | a1) | ?)");
}

TEST(Widened, SomeWordsKeepWhatIsNoWord) {
    constexpr auto kSome = Widening::SomeWords;
    EXPECT_EQ(widened_shape("heart attack", kSome), "(heart attack@TitleSearch | (heart | attack))");
    EXPECT_EQ(widened_shape("a1 AND b1 c1 AND AREA[Phase]PHASE1", kSome),
              "(? & ((a1@TitleSearch | a1) | (b1 c1@TitleSearch | (b1 | c1))))");
}

TEST(Widened, SomeThingsCannotBeWidened) {
    for (const std::string_view text :
         {"AREA[LeadSponsorName]Acme", "AREA[Phase]PHASE1", "NOT asthma", "ALL", "the", "SEARCH[Location](Boston)"}) {
        EXPECT_EQ(widened_shape(text, Widening::AllWordsAnywhere), "nothing") << text;
        EXPECT_EQ(widened_shape(text, Widening::SomeWords), "nothing") << text;
    }
    EXPECT_EQ(widened_shape("asthma", Widening::SomeWords), "nothing");
}

} // namespace
} // namespace trialdex::search
