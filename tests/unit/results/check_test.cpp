// A small record that adds up, and the same with one thing changed at a time.
#include "results/check.h"
#include "support/shared_data.h"
#include "support/zst_lines.h"

#include <gtest/gtest.h>
#include <set>
#include <string>

namespace trialdex::results {
namespace {

constexpr std::string_view kSound = R"({
"protocolSection":{"designModule":{"enrollmentInfo":{"count":20,"type":"ACTUAL"}}},
"resultsSection":{
 "participantFlowModule":{"groups":[{"id":"FG000","title":"Drug"},{"id":"FG001","title":"Placebo"}],
  "periods":[
   {"title":"First","milestones":[
     {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"11"},{"groupId":"FG001","numSubjects":"9"}]},
     {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"8"},{"groupId":"FG001","numSubjects":"9"}]},
     {"type":"NOT COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"3"},{"groupId":"FG001","numSubjects":"0"}]}],
    "dropWithdraws":[{"type":"Death","reasons":[{"groupId":"FG000","numSubjects":"1"},{"groupId":"FG001","numSubjects":"0"}]},
     {"type":"Other","reasons":[{"groupId":"FG000","numSubjects":"2"}]}]},
   {"title":"Second","milestones":[
     {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"7"},{"groupId":"FG001","numSubjects":"9"}]},
     {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"7"},{"groupId":"FG001","numSubjects":"9"}]}]}]},
 "baselineCharacteristicsModule":{
  "groups":[{"id":"BG000","title":"Drug"},{"id":"BG001","title":"Placebo"},{"id":"BG002","title":"Total"}],
  "denoms":[{"units":"Participants","counts":[{"groupId":"BG000","value":"11"},{"groupId":"BG001","value":"9"},{"groupId":"BG002","value":"20"}]}],
  "measures":[{"title":"Sex","paramType":"COUNT_OF_PARTICIPANTS","unitOfMeasure":"Participants","classes":[{"categories":[
    {"title":"Female","measurements":[{"groupId":"BG000","value":"6"},{"groupId":"BG001","value":"4"},{"groupId":"BG002","value":"10"}]},
    {"title":"Male","measurements":[{"groupId":"BG000","value":"5"},{"groupId":"BG001","value":"5"},{"groupId":"BG002","value":"10"}]}]}]}]},
 "outcomeMeasuresModule":{"outcomeMeasures":[{"title":"Weight","paramType":"MEAN","dispersionType":"95% Confidence Interval","unitOfMeasure":"kg",
  "groups":[{"id":"OG000","title":"Drug"},{"id":"OG001","title":"Placebo"}],
  "denoms":[{"units":"Participants","counts":[{"groupId":"OG000","value":"11"},{"groupId":"OG001","value":"9"}]}],
  "classes":[{"categories":[{"measurements":[
    {"groupId":"OG000","value":"70.5","lowerLimit":"60.1","upperLimit":"80.9"},{"groupId":"OG001","value":"71","lowerLimit":"61","upperLimit":"81"}]}]}],
  "analyses":[{"groupIds":["OG000","OG001"],"pValue":"&lt; 0.001","statisticalMethod":"ANOVA","paramType":"Mean Difference","paramValue":"-0.5",
    "ciPctValue":"95","ciLowerLimit":"-1.5","ciUpperLimit":".5","dispersionType":"STANDARD_ERROR_OF_MEAN","dispersionValue":"0.4"}]}]},
 "adverseEventsModule":{"frequencyThreshold":"0","eventGroups":[
   {"id":"EG000","title":"Drug","deathsNumAffected":1,"deathsNumAtRisk":11,"seriousNumAffected":2,"seriousNumAtRisk":11,"otherNumAffected":0,"otherNumAtRisk":11},
   {"id":"EG001","title":"Placebo","seriousNumAffected":0,"seriousNumAtRisk":9}],
  "seriousEvents":[{"term":"Stroke","organSystem":"Nervous","stats":[
    {"groupId":"EG000","numEvents":3,"numAffected":2,"numAtRisk":11},{"groupId":"EG001","numAffected":0,"numAtRisk":9}]}]}}})";

std::vector<Finding> check(const std::string& json, std::string_view under = {}) {
    const auto document = study::Document::parse(json);
    EXPECT_TRUE(document) << document.error().message;
    return check_results(document->root(), under);
}

std::string changed(std::string_view from, std::string_view to) {
    std::string json(kSound);
    const std::size_t at = json.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return json.replace(at, from.size(), to);
}

TEST(ResultsCheck, NothingIsFoundInARecordThatAddsUp) { EXPECT_TRUE(check(std::string(kSound)).empty()); }

TEST(ResultsCheck, NothingIsFoundWithoutResults) { EXPECT_TRUE(check("{}").empty()); }

struct Damage {
    std::string_view from, to;
    FindingKind kind;
    std::string_view path;
    std::string_view words; // of the sentence
};

class OneDamage : public ::testing::TestWithParam<Damage> {};

TEST_P(OneDamage, IsFoundWhereItIs) {
    const auto findings = check(changed(GetParam().from, GetParam().to));
    ASSERT_FALSE(findings.empty());
    // A wrong total of a column is also one that its categories do not make.
    const bool is_total = GetParam().kind == FindingKind::GroupTotal;
    EXPECT_EQ(findings.size(), is_total ? 2U : 1U) << findings.back().sentence;
    EXPECT_EQ(words_of(findings[0].kind).id, words_of(GetParam().kind).id);
    EXPECT_EQ(findings[0].path, GetParam().path);
    EXPECT_NE(findings[0].sentence.find(GetParam().words), std::string::npos) << findings[0].sentence;
}

constexpr std::string_view kFirst = "resultsSection/participantFlowModule/periods/0";
constexpr std::string_view kSecond = "resultsSection/participantFlowModule/periods/1";
constexpr std::string_view kSex = "resultsSection/baselineCharacteristicsModule/measures/0/classes/0";
constexpr std::string_view kWeight =
    "resultsSection/outcomeMeasuresModule/outcomeMeasures/0/classes/0/categories/0/measurements/0";
constexpr std::string_view kAnalysis = "resultsSection/outcomeMeasuresModule/outcomeMeasures/0/analyses/0";
constexpr std::string_view kStroke = "resultsSection/adverseEventsModule/seriousEvents/0";
constexpr std::string_view kDrug = "resultsSection/adverseEventsModule/eventGroups/0";

const Damage kDamages[] = {
    {R"("count":20)", R"("count":25)", FindingKind::Enrolment, kFirst, "25 participants as enrolled and 20"},
    {R"({"groupId":"FG001","numSubjects":"9"}]},
     {"type":"NOT COMPLETED")",
     R"({"groupId":"FG001","numSubjects":"8"}]},
     {"type":"NOT COMPLETED")",
     FindingKind::FlowSum, kFirst, "9 started, 8 completed and 0 did not"},
    {R"({"groupId":"FG000","numSubjects":"2"})", R"({"groupId":"FG000","numSubjects":"1"})", FindingKind::FlowReasons,
     kFirst, "3 did not complete, and the reasons add up to 2"},
    {R"({"groupId":"FG000","numSubjects":"7"},{"groupId":"FG001","numSubjects":"9"}]},
     {"type":"COMPLETED")",
     R"({"groupId":"FG000","numSubjects":"17"},{"groupId":"FG001","numSubjects":"9"}]},
     {"type":"COMPLETED")",
     FindingKind::FlowNextPeriod, kSecond, "26 participants began “Second”"},
    {R"({"groupId":"FG001","numSubjects":"9"}]}]}]})", R"({"groupId":"FG009","numSubjects":"9"}]}]}]})",
     FindingKind::UnknownGroup, "resultsSection/participantFlowModule/periods/1/milestones/1", "“FG009”"},
    {R"({"id":"FG001","title":"Placebo"}])", R"({"id":"FG001","title":"Placebo"},{"id":"FG002","title":"Third"}])",
     FindingKind::GroupWithoutValues, "resultsSection/participantFlowModule/groups/2", "“Third”"},
    {R"({"groupId":"BG000","value":"6"})", R"({"groupId":"BG000","value":"5"})", FindingKind::CategorySum, kSex,
     "add up to 10, fewer than the 11"},
    {R"({"groupId":"BG001","value":"9"},{"groupId":"BG002","value":"20"})",
     R"({"groupId":"BG001","value":"9"},{"groupId":"BG002","value":"21"})", FindingKind::GroupTotal,
     "resultsSection/baselineCharacteristicsModule/denoms", "groups add up to 20"},
    {R"("lowerLimit":"60.1","upperLimit":"80.9")", R"("lowerLimit":"80.9","upperLimit":"60.1")",
     FindingKind::LimitsReversed, kWeight, "80.9, is above the upper one, 60.1"},
    {R"("value":"70.5")", R"("value":"59.9")", FindingKind::ValueOutsideLimits, kWeight, "59.9 lies below"},
    {R"("value":"70.5",)", "", FindingKind::LimitsWithoutValue, kWeight, "no value"},
    {R"("dispersionType":"95% Confidence Interval",)", "", FindingKind::SpreadWithoutKind, kWeight, "what kind"},
    {R"({"groupId":"OG000","value":"11"},{"groupId":"OG001","value":"9"}]}],
  "classes")",
     R"({"groupId":"OG000","value":"0"},{"groupId":"OG001","value":"9"}]}],
  "classes")",
     FindingKind::ValueOfNobody, kWeight, "none of its participants"},
    {R"({"groupId":"OG001","value":"71")", R"({"groupId":"OG000","value":"71")", FindingKind::GroupWithoutValues,
     "resultsSection/outcomeMeasuresModule/outcomeMeasures/0/groups/1", "9 of “Placebo” were analysed"},
    {R"("&lt; 0.001")", R"("60.66")", FindingKind::PValue, kAnalysis, "reads 60.66"},
    {R"("&lt; 0.001")", R"("not significant")", FindingKind::PValue, kAnalysis, "“not significant”"},
    {R"("paramType":"Mean Difference","paramValue":"-0.5",)", R"("paramType":"Mean Difference","paramValue":"-9",)",
     FindingKind::ValueOutsideLimits, kAnalysis, "-9 lies outside its interval, -1.5 to .5"},
    {R"("paramType":"Mean Difference",)", "", FindingKind::NumberWithoutName, kAnalysis, "what was estimated"},
    {R"("ciLowerLimit":"-1.5","ciUpperLimit":".5","dispersionType":"STANDARD_ERROR_OF_MEAN","dispersionValue":"0.4")",
     R"("ciNumSides":"TWO_SIDED")", FindingKind::IntervalWithoutLimits, kAnalysis, "95%"},
    {R"("groupIds":["OG000","OG001"])", R"("groupIds":["OG000","OG007"])", FindingKind::UnknownGroup, kAnalysis,
     "OG007"},
    {R"("deathsNumAffected":1,"deathsNumAtRisk":11)", R"("deathsNumAffected":1)", FindingKind::AtRiskMissing, kDrug,
     "1 died; of how many is not said"},
    {R"("deathsNumAffected":1,)", R"("deathsNumAffected":12,)", FindingKind::AffectedAboveAtRisk, kDrug, "12 died"},
    {R"("numEvents":3)", R"("numEvents":1)", FindingKind::EventsBelowAffected, kStroke, "1 events in 2"},
    {R"("seriousNumAffected":2)", R"("seriousNumAffected":1)", FindingKind::TermAboveGroup, kStroke, "2 affected"},
    {R"("seriousNumAffected":2)", R"("seriousNumAffected":3)", FindingKind::TermsBelowGroup, kDrug, "count 2 together"},
    {R"({"groupId":"EG001","numAffected":0)", R"({"groupId":"EG005","numAffected":0)", FindingKind::UnknownGroup,
     kStroke, "EG005"},
    {R"(,"seriousNumAffected":0,"seriousNumAtRisk":9}])", R"(},{"id":"EG001","title":"Again"}])",
     FindingKind::RepeatedGroup, "resultsSection/adverseEventsModule/eventGroups/2", "“Placebo” and “Again”"},
};

INSTANTIATE_TEST_SUITE_P(ResultsCheck, OneDamage, ::testing::ValuesIn(kDamages));

TEST(ResultsCheck, WhatIsExplainedOrUsualIsLeftAlone) {
    const std::pair<std::string_view, std::string_view> kUsual[] = {
        // fewer go on; new groups join; the text tells of those who left before the start
        {R"({"groupId":"FG000","numSubjects":"7"})", R"({"groupId":"FG000","numSubjects":"5"})"},
        {R"("count":20,"type":"ACTUAL")", R"("count":25,"type":"ESTIMATED")"},
        {R"("participantFlowModule":{)", R"("participantFlowModule":{"preAssignmentDetails":"Five left before.",)"},
        // no reasons at all contradict nothing
        {R"({"groupId":"FG000","numSubjects":"1"},)", R"({"groupId":"FG000","numSubjects":"0"},)"},
        // rounding: 60.1 may have been 60.05
        {R"("value":"70.5")", R"("value":"60")"},
        {R"("value":"70.5")", R"("value":"NA")"},
        // limits beside a standard deviation are not of this value
        {R"("&lt; 0.001")", R"(".5")"},
        {R"("&lt; 0.001")", R"("0,05")"},
        {R"("&lt; 0.001")", R"("60.66","pValueComment":"in percent")"},
    };
    for (const auto& [from, to] : kUsual) {
        std::string json = changed(from, to);
        if (to.find("\"1\"") == std::string_view::npos &&
            from.find("numSubjects\":\"1\"},") != std::string_view::npos) {
            const std::string other = R"({"groupId":"FG000","numSubjects":"2"})";
            json.replace(json.find(other), other.size(), R"({"groupId":"FG000","numSubjects":"0"})");
        }
        for (const Finding& finding : check(json)) {
            if (finding.kind != FindingKind::FlowSum) ADD_FAILURE() << to << ": " << finding.sentence;
        }
    }
}

TEST(ResultsCheck, TheSameInOneMeasureIsToldOnce) {
    std::string json = changed(R"("value":"70.5")", R"("value":"0")");
    json.replace(json.find(R"("value":"71")"), 12, R"("value":"10")");
    const auto findings = check(json);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].more, 1U);
    EXPECT_NE(findings[0].sentence.find("once more"), std::string::npos);
}

TEST(ResultsCheck, LooksOnlyWhereItIsAsked) {
    const std::string json = changed(R"("value":"70.5")", R"("value":"0")");
    EXPECT_EQ(check(json, "resultsSection/outcomeMeasuresModule/outcomeMeasures/0").size(), 1U);
    EXPECT_EQ(check(json, "resultsSection/outcomeMeasuresModule").size(), 1U);
    EXPECT_TRUE(check(json, "resultsSection/adverseEventsModule").empty());
    EXPECT_TRUE(check(json, "resultsSection/outcomeMeasuresModule/outcomeMeasures/1").empty());
}

TEST(ResultsCheck, EveryKindHasItsWords) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < finding_kinds().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(finding_kinds()[i].kind), i);
        EXPECT_TRUE(ids.insert(finding_kinds()[i].id).second);
    }
}

// Every rule that fires on real records was read in them; more than a few would be a rule gone wrong.
TEST(ResultsCheck, FewRealRecordsHaveFindings) {
    const auto file = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!file) GTEST_SKIP() << "no real records beside the checkout";
    std::size_t with_results = 0, with_findings = 0;
    support::each_zst_line(*file, [&](const std::string& line) {
        if (line.find("\"resultsSection\"") == std::string::npos) return true;
        const auto document = study::Document::parse(line);
        if (!document || !document->root()["resultsSection"]) return true;
        ++with_results;
        if (!check_results(document->root()).empty()) ++with_findings;
        return true;
    });
    EXPECT_GT(with_results, 500U);
    EXPECT_GT(with_findings, 10U);
    EXPECT_LT(with_findings, 30U);
}

} // namespace
} // namespace trialdex::results
