#include "results/flow.h"

#include <gtest/gtest.h>

namespace trialdex::results {
namespace {

class Flow : public testing::Test {
protected:
    const ParticipantFlow& read(const std::string& module) {
        document = study::Document::parse(R"({"participantFlowModule":)" + module + "}");
        flow = participant_flow(document->root());
        return flow;
    }
    Result<study::Document> document = fail(ErrorCode::NotFound, "");
    ParticipantFlow flow;
};

TEST_F(Flow, TellsNobodyLeftFromNoReasonsFromNoData) {
    read(
        R"({"groups":[{"id":"FG000","title":"A"},{"id":"FG001"},{"id":"FG002"},{"id":"FG003"},{"id":"FG004"}],"periods":[{"title":"Overall",
        "milestones":[{"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"10"},{"groupId":"FG004","numSubjects":"1,010"}]},
                      {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"8"},{"groupId":"FG004","numSubjects":"1,000"}]},
                      {"type":"NOT COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"2"},{"groupId":"FG001","numSubjects":"0"},
                                                              {"groupId":"FG002","numSubjects":"3"}]}],
        "dropWithdraws":[{"type":"Death","reasons":[{"groupId":"FG000","numSubjects":"2"},{"groupId":"FG001","numSubjects":"0"},
                                                    {"groupId":"FG002","numSubjects":"0"}]}]}]})");
    const FlowPeriod& period = flow.periods.at(0);
    EXPECT_EQ(departures(period, 0).reasons, Departures::Reasons::Given);
    EXPECT_EQ(departures(period, 0).because.at(0)->label, "Death");
    EXPECT_EQ(departures(period, 1).reasons, Departures::Reasons::NobodyLeft);
    EXPECT_EQ(departures(period, 2).reasons, Departures::Reasons::NotGiven);
    EXPECT_EQ(departures(period, 3).reasons, Departures::Reasons::NoData);
    EXPECT_EQ(departures(period, 4).reasons, Departures::Reasons::NotGiven);
    EXPECT_TRUE(departures(period, 4).is_calculated);
    EXPECT_EQ(departures(period, 4).number, 10);
}

TEST_F(Flow, KeepsFiguresOfGroupsThatNoListNames) {
    read(R"({"groups":[{"id":"FG000","title":"A"},{"id":"FG000","title":"twice"}],"periods":[{"title":"P","milestones":[
        {"type":"STARTED","achievements":[{"groupId":"FG009","numSubjects":"5"},{"groupId":"FG000","numSubjects":"4"}]}]}]})");
    ASSERT_EQ(flow.groups.size(), 2U);
    EXPECT_FALSE(flow.groups[1].is_defined());
    EXPECT_EQ(flow.groups[1].name(), "FG009");
    EXPECT_EQ(flow.periods[0].started()->figures[1].people, "5");
    EXPECT_EQ(flow.periods[0].completed(), nullptr);
}

TEST_F(Flow, SurvivesWhatHasOtherShapes) {
    for (const char* module : {"{}", "[]", "null", R"({"groups":{"id":1},"periods":"x"})",
                               R"({"groups":["a"],"periods":["b",{"milestones":[{"achievements":["c"]}]}]})"}) {
        read(module);
        for (const FlowPeriod& period : flow.periods) {
            for (std::size_t group = 0; group < flow.groups.size(); ++group) departures(period, group);
        }
    }
}

} // namespace
} // namespace trialdex::results
