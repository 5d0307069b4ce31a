// Reading adverse events, narrowing and ordering them.
#include "results/adverse_events.h"
#include "results/event_choice.h"

#include <gtest/gtest.h>
#include <string>

namespace trialdex::results {
namespace {

constexpr std::string_view kRecord = R"({"adverseEventsModule":{"frequencyThreshold":"5","timeFrame":"1 year",
 "eventGroups":[
  {"id":"EG000","title":"Drug","deathsNumAffected":0,"deathsNumAtRisk":100,"seriousNumAffected":3,"seriousNumAtRisk":100,"otherNumAtRisk":90},
  {"id":"EG001","title":"Placebo","seriousNumAffected":1,"seriousNumAtRisk":50}],
 "seriousEvents":[
  {"term":"stroke","organSystem":"Nervous system","stats":[
    {"groupId":"EG001","numAffected":1,"numAtRisk":50},{"groupId":"EG000","numEvents":4,"numAffected":3,"numAtRisk":100}]},
  {"term":"Asthma","organSystem":"Lungs","stats":[{"groupId":"EG000","numAtRisk":0},{"groupId":"EG009","numAffected":2,"numAtRisk":9}]}],
 "otherEvents":[
  {"term":"Headache","organSystem":"Nervous system","notes":"Told by phone","stats":[
    {"groupId":"EG000","numAffected":45},{"groupId":"EG001","numAffected":60,"numAtRisk":50}]}]}})";

class AdverseEventsOf : public testing::Test {
protected:
    study::Document document = *study::Document::parse(std::string(kRecord));
    AdverseEvents events = read_adverse_events(document.root());

    std::string terms(const EventChoice& choice) {
        std::string text;
        for (const EventRow* row : chosen_events(events, choice)) text += std::string(row->term) + " ";
        return text;
    }
};

TEST_F(AdverseEventsOf, FiguresBelongToTheirGroups) {
    ASSERT_EQ(events.rows.size(), 3U);
    const EventRow& stroke = events.rows[0];
    EXPECT_EQ(stroke.figures[0].affected, "3");
    EXPECT_EQ(stroke.figures[0].events, "4");
    EXPECT_EQ(stroke.figures[1].affected, "1");
    EXPECT_EQ(stroke.figures[1].events, "");
    EXPECT_EQ(stroke.figures[0].risk->at_risk, 100U);
}

TEST_F(AdverseEventsOf, AbsentAndZeroAreTwoThings) {
    EXPECT_TRUE(events.totals[0].deaths.is_given());
    EXPECT_EQ(events.totals[0].deaths.affected, "0");
    EXPECT_FALSE(events.totals[1].deaths.is_given());
    EXPECT_FALSE(events.rows[1].figures[0].is_given());
    EXPECT_TRUE(events.rows[1].figures[0].nobody_at_risk());
    EXPECT_FALSE(events.rows[1].figures[1].is_given()); // not listed for the group
}

TEST_F(AdverseEventsOf, TheGroupsNumberAtRiskStandsInWhereAnEventHasNone) {
    EXPECT_EQ(events.rows[2].figures[0].at_risk, "90");
    EXPECT_EQ(events.rows[2].figures[0].risk->affected, 45U);
}

TEST_F(AdverseEventsOf, MoreAffectedThanAtRiskIsNoRisk) { EXPECT_FALSE(events.rows[2].figures[1].risk); }

TEST_F(AdverseEventsOf, AGroupThatIsNotDescribedKeepsItsFigures) {
    ASSERT_EQ(events.groups.size(), 3U);
    EXPECT_EQ(events.groups[2].id, "EG009");
    EXPECT_EQ(events.rows[1].figures[2].affected, "2");
}

TEST_F(AdverseEventsOf, AreOrderedByRateUnlessToldOtherwise) {
    EXPECT_EQ(terms({}), "Headache Asthma stroke ");
    EventChoice choice;
    choice.group = 1;
    EXPECT_EQ(terms(choice), "stroke Asthma Headache "); // those without a rate last, as in the record
    choice = {};
    choice.order = EventOrder::Term;
    EXPECT_EQ(terms(choice), "Asthma Headache stroke ");
    choice.order = EventOrder::System;
    EXPECT_EQ(terms(choice), "Asthma Headache stroke ");
    choice.order = EventOrder::Record;
    EXPECT_EQ(terms(choice), "stroke Asthma Headache ");
}

TEST_F(AdverseEventsOf, AreNarrowedByWordsListAndSystem) {
    EventChoice choice;
    choice.words = "  NERVOUS  head ";
    EXPECT_EQ(terms(choice), "Headache ");
    choice.words = "phone";
    EXPECT_EQ(terms(choice), "Headache ");
    choice.words = "nothing like it";
    EXPECT_EQ(terms(choice), "");
    choice = {};
    choice.list = EventList::Serious;
    EXPECT_EQ(terms(choice), "Asthma stroke ");
    choice.system = "Lungs";
    EXPECT_EQ(terms(choice), "Asthma ");
}

TEST_F(AdverseEventsOf, OrganSystemsCountTermsNotPeople) {
    const auto systems = organ_systems(events);
    ASSERT_EQ(systems.size(), 2U);
    EXPECT_EQ(systems[1].name, "Nervous system");
    EXPECT_EQ(systems[1].serious, 1U);
    EXPECT_EQ(systems[1].other, 1U);
}

TEST(AdverseEvents, AnEmptyRecordHasNone) {
    const auto document = *study::Document::parse("{}");
    const AdverseEvents events = read_adverse_events(document.root());
    EXPECT_TRUE(events.rows.empty());
    EXPECT_TRUE(events.groups.empty());
}

} // namespace
} // namespace trialdex::results
