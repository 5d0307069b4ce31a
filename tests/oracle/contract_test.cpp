// The written stories, and the rows of the contract's section 8 that are no expressions: choices and orders.
#include "oracle/shelf.h"
#include "oracle/stories.h"

#include <gtest/gtest.h>

namespace trialdex::oracle {

namespace {

std::string design(const std::string& members) { return R"("designModule":{)" + members + "}"; }
std::string status(const std::string& members) { return R"("statusModule":{)" + members + "}"; }

TEST(Contract, Stories) {
    for (const Story& story : stories()) {
        Shelf shelf;
        for (const std::string& record : story.records) shelf.add_record(record);
        for (const Row& row : story.rows) {
            EXPECT_EQ(shelf.ask(row.expression, row.area), row.numbers) << story.name << ": " << row.expression;
        }
    }
}

TEST(Contract, Refused) {
    for (const std::string& text : refused_expressions()) EXPECT_FALSE(is_expression(text)) << text;
    for (const std::string& text : odd_expressions()) EXPECT_TRUE(is_expression(text)) << text;
}

TEST(Contract, Choices) {
    Shelf shelf;
    shelf.add(1, status(R"("overallStatus":"RECRUITING")") + "," + design(R"("phases":["PHASE2","PHASE3"])"));
    shelf.add(2, status(R"("overallStatus":"NOT_YET_RECRUITING")") + "," + design(R"("phases":["NA"])"));
    shelf.add(3, status(R"("overallStatus":"COMPLETED")") + "," + design(R"("phases":["PHASE2"])"));
    const Registry registry = shelf.registry();
    const auto total = [&](const std::string& facet, std::vector<std::string> keys) {
        return registry.matching({{}, {{facet, std::move(keys)}}, {}}).size();
    };
    EXPECT_EQ(total("status", {"rec", "com"}), 2U);
    EXPECT_EQ(total("status", {"rec"}), 1U); // not the one that is yet to recruit
    EXPECT_EQ(total("phase", {"2", "3"}), 2U);
    EXPECT_EQ(total("phase", {"NA"}), 1U);
    EXPECT_EQ(total("phase", {"na"}), 0U);
    EXPECT_EQ(shelf.ask("AREA[OverallStatus]Recruiting"), (Numbers{1}));

    // Its own choice does not narrow a facet's counts; a study in two phases counts once in the total, in both buckets.
    const Query query{{}, {{"phase", {"3"}}}, {}};
    EXPECT_EQ(registry.matching(query).size(), 1U);
    const auto phases = registry.facet_counts(query, *schema::find_facet("phase"));
    EXPECT_EQ(phases.at("2"), 2U);
    EXPECT_EQ(phases.at("3"), 1U);
    EXPECT_EQ(phases.at("NA"), 1U);
    const auto statuses = registry.facet_counts(query, *schema::find_facet("status"));
    EXPECT_EQ(statuses.at("rec"), 1U);
    EXPECT_EQ(statuses.at("com"), 0U);
}

TEST(Contract, SortPutsMissingLastBothWays) {
    Shelf shelf;
    shelf.add(5, design(R"("enrollmentInfo":{"count":10})"));
    shelf.add(4, design(R"("enrollmentInfo":{"count":99999999})"));
    shelf.add(3, design(R"("enrollmentInfo":{"count":10})"));
    shelf.add(2, design(R"("studyType":"OBSERVATIONAL")"));
    const Registry registry = shelf.registry();
    const auto order = [&](bool ascending) {
        auto studies = registry.matching({});
        sort_by_piece(studies, *schema::find_piece("EnrollmentCount"), ascending);
        Numbers numbers;
        for (const Study* study : studies) numbers.push_back(study->id.number());
        return numbers;
    };
    EXPECT_EQ(order(true), (Numbers{3, 5, 4, 2}));
    EXPECT_EQ(order(false), (Numbers{4, 3, 5, 2}));
}

} // namespace

} // namespace trialdex::oracle
