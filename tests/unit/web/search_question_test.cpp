// Addresses read as questions: words, dates, ages, places, and what is left out with a reason.
#include "support/site_client.h"
#include "web/pages/search/api_address.h"
#include "web/pages/search/order.h"
#include "web/pages/search/question.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using Kind = search::Expression::Kind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Question question(const std::string& query) {
    return read_question(SearchAddress::of(support::request_for("/search?" + query)));
}

TEST(SearchQuestion, BoxesLookInTheirAreas) {
    const Question asked = question("q=walking&cond=asthma&lead=Acme");
    ASSERT_THAT(asked.clauses, SizeIs(3));
    EXPECT_EQ(asked.clauses[0].clause.expression.scope.area->name, "BasicSearch");
    EXPECT_EQ(asked.clauses[1].clause.expression.scope.area->name, "ConditionSearch");
    EXPECT_EQ(asked.clauses[2].clause.expression.scope.node->piece, "LeadSponsorName");
    EXPECT_EQ(asked.clauses[1].language, "AREA[ConditionSearch](asthma)");
    EXPECT_TRUE(asked.has_words());
}

TEST(SearchQuestion, NumbersCopiedFromATableMeanAnyOfThem) {
    const Question asked = question("q=NCT00000102%2C+nct777%0ANCT00000009");
    EXPECT_EQ(asked.clauses[0].clause.expression.kind, Kind::Or);
    EXPECT_THAT(asked.clauses[0].clause.expression.parts, SizeIs(3));
    EXPECT_EQ(question("q=NCT00000102+asthma").clauses[0].clause.expression.kind, Kind::Words);
}

TEST(SearchQuestion, RangesIncludeBothEnds) {
    const Question asked = question("start=2020_2020-02&enrollment=1,000_");
    ASSERT_THAT(asked.clauses, SizeIs(2));
    const search::Expression& start = asked.clauses[1].clause.expression;
    EXPECT_EQ(start.kind, Kind::Range);
    EXPECT_EQ(start.lower, 18262); // 1 January 2020
    EXPECT_EQ(start.upper, 18321); // 29 February 2020
    EXPECT_EQ(asked.clauses[1].text, "2020 to February 2020");
    EXPECT_EQ(asked.clauses[1].language, "AREA[StartDate]RANGE[2020, 2020-02]");
    EXPECT_EQ(asked.clauses[0].clause.expression.lower, 1000);
    EXPECT_EQ(asked.clauses[0].clause.expression.upper, INT64_MAX);
    EXPECT_EQ(asked.clauses[0].text, "1,000 or more");
    EXPECT_FALSE(asked.clauses[0].clause.scored);
}

TEST(SearchQuestion, AnAgeMayMissItsBounds) {
    const Question asked = question("age=55");
    const search::Expression& whole = asked.clauses[0].clause.expression;
    ASSERT_EQ(whole.kind, Kind::And);
    EXPECT_EQ(whole.parts[0].kind, Kind::Or);
    EXPECT_EQ(whole.parts[0].parts[1].kind, Kind::Missing);
    EXPECT_EQ(whole.parts[1].parts[0].lower, whole.parts[0].parts[0].upper); // 55 years
}

TEST(SearchQuestion, WhatIsNoDateIsLeftOutWithAReason) {
    const Question asked = question("start=soon_2020&primComp=13%2F13%2F2020&ageRange=old_");
    EXPECT_THAT(asked.clauses, SizeIs(1));
    ASSERT_THAT(asked.remarks, SizeIs(3));
    EXPECT_THAT(asked.remarks[0], HasSubstr("Ages that the study takes: “old” is not an age"));
    EXPECT_THAT(asked.remarks[1], HasSubstr("“soon” is not a date such as"));
}

TEST(SearchQuestion, PlacesHaveLimits) {
    const Question near = question("lat=42.36&lng=-71.06&distance=50mi");
    ASSERT_THAT(near.clauses, SizeIs(1));
    EXPECT_NEAR(near.clauses[0].clause.expression.circle.metres, 80467.2, 0.1);
    EXPECT_TRUE(near.near.has_value());
    for (const char* refused : {"lat=91&lng=0&distance=5mi", "lat=nan&lng=0&distance=5mi", "lat=1&lng=2&distance=0mi",
                                "lat=1&lng=2&distance=501mi", "lat=1&lng=2&distance=806km", "lat=1&lng=2&distance=xmi",
                                "lat=1&lng=2&distance=-3km", "lat=1&distance=5mi", "distance=5mi"}) {
        const Question asked = question(refused);
        EXPECT_THAT(asked.clauses, IsEmpty()) << refused;
        EXPECT_THAT(asked.remarks, SizeIs(1)) << refused;
    }
}

TEST(SearchQuestion, TextsThatAreNoExpressionsAreReadAsWords) {
    const Question asked = question("q=heart+(attack+AND&cond=AREA%5BNoSuch%5Dx");
    ASSERT_THAT(asked.clauses, SizeIs(2));
    EXPECT_TRUE(asked.clauses[0].problem.has_value());
    EXPECT_TRUE(asked.clauses[1].problem.has_value());
    EXPECT_EQ(asked.clauses[0].language, "AREA[BasicSearch](heart attack \\AND)");
}

TEST(SearchQuestion, LimitsAreNamed) {
    EXPECT_THAT(question("cond=" + std::string(8'001, 'x')).remarks, SizeIs(1));
    std::string many = "q=a";
    for (int i = 0; i < 70; ++i) many += "&country=C" + std::to_string(i);
    const Question asked = question(many);
    EXPECT_THAT(asked.choices[0].keys, SizeIs(60));
    EXPECT_THAT(asked.remarks, SizeIs(1));
    EXPECT_EQ(page_of(SearchAddress::of(support::request_for("/search?size=5000&page=0"))).size, 100);
    EXPECT_EQ(page_of(SearchAddress::of(support::request_for("/search?page=99999999999999999999"))).page, 1'000'000);
}

TEST(SearchQuestion, OrdersFitTheQuestion) {
    EXPECT_EQ(order_of(question("q=asthma")).by, search::SortItem::By::Relevance);
    EXPECT_EQ(order_of(question("status=rec")).piece, "LastUpdatePostDate");
    EXPECT_EQ(order_of(question("q=asthma&sort=distance")).by, search::SortItem::By::Relevance);
    EXPECT_EQ(order_of(question("lat=1&lng=2&sort=distance")).by, search::SortItem::By::Distance);
}

TEST(SearchQuestion, TheApiCanRepeatIt) {
    EXPECT_EQ(api_address(question("q=a+b&cond=asthma&start=2020_&status=rec&status=com&country=Norway&term=c")),
              "/api/v2/studies?filter.advanced=(AREA%5BStartDate%5DRANGE%5B2020,+MAX%5D)+AND+(AREA%5BLocationCountry%5D"
              "COVERAGE%5BFullMatch%5D%22Norway%22)&query.cond=asthma&query.term=(a+b)+AND+(c)&"
              "aggFilters=status:rec+com&sort=@relevance&countTotal=true");
}

} // namespace
} // namespace trialdex::web
