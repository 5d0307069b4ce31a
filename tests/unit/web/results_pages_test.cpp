// Results pages: what each part shows, where it leads, and that nothing on them is lost or made up.
#include "support/fake_reader.h"
#include "support/site_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex {
namespace {

using support::get;
using support::visible_text;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ResultsPages : public testing::Test {
protected:
    void add(const std::string& results) {
        store.add(
            R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000007","briefTitle":"A study of walking"}},)"
            R"("hasResults":true,"resultsSection":)" +
            results + "}");
    }
    std::string page(const std::string& part) {
        const api::Response response = get(site, "/study/NCT00000007/results" + part);
        EXPECT_EQ(response.status, 200) << part;
        return response.body;
    }
    std::string text(const std::string& part) { return visible_text(page(part)); }

    support::FakeReader store;
    web::Site site{store, {[] { return store::Milliseconds{1'766'620'000'000}; }}};
};

constexpr const char* kOutcomes = R"json({"outcomeMeasuresModule":{"outcomeMeasures":[
  {"type":"SECONDARY","title":"Walks &lt; 5 km","timeFrame":"1 year","paramType":"COUNT_OF_PARTICIPANTS","unitOfMeasure":"Participants",
   "groups":[{"id":"OG000","title":"Slow"}],"denoms":[{"units":"Participants","counts":[{"groupId":"OG000","value":"50"}]}],
   "classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"14"}]}]}]},
  {"type":"PRIMARY","title":"Overall survival","description":"Time from start to death","populationDescription":"All who walked",
   "timeFrame":"5 years","paramType":"MEDIAN","dispersionType":"95% Confidence Interval","unitOfMeasure":"months",
   "groups":[{"id":"OG000","title":"Placebo","description":"No walking"},{"id":"OG001","title":"Walking"},{"id":"OG002","title":"Running"}],
   "denoms":[{"units":"Participants","counts":[{"groupId":"OG000","value":"1234"},{"groupId":"OG001","value":"40"},{"groupId":"OG002","value":"4"}]}],
   "classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"8.1","lowerLimit":"6.2","upperLimit":"NA"},
     {"groupId":"OG001","value":"NA","lowerLimit":"NA","upperLimit":"NA","comment":"Median was not reached"}]}]}],
   "analyses":[{"groupIds":["OG000","OG001"],"paramType":"Hazard Ratio (HR)","paramValue":"0.62","ciPctValue":"95","ciNumSides":"TWO_SIDED",
     "ciLowerLimit":"0.50","ciUpperLimit":"0.77","pValue":"&lt; 0.001","statisticalMethod":"Log Rank","testedNonInferiority":true,
     "nonInferiorityType":"NON_INFERIORITY","nonInferiorityComment":"Margin 1.25"},
    {"groupIds":["OG000","OG009"],"pValue":".5","nonInferiorityType":"SUPERIORITY","nonInferiorityComment":"Two-sided"},{"groupIds":["OG000"],"pValue":"12."},{"groupIds":["OG000"],"pValue":"<0.001"},
    {"groupDescription":"Told in words"}]},
  {"type":"PRIMARY","title":"Steps","reportingStatus":"NOT_POSTED","anticipatedPostingDate":"2030-05"}]}})json";

TEST_F(ResultsPages, TheOverviewLeadsToEachPartThatIsThere) {
    add(R"({"participantFlowModule":{"groups":[],"periods":[]},"moreInfoModule":{"limitationsAndCaveats":{"description":"Few walked"}}})");
    const std::string body = page("");
    EXPECT_THAT(body,
                AllOf(HasSubstr("/study/NCT00000007/results/flow\""), HasSubstr("/study/NCT00000007/results/more\""),
                      HasSubstr("Few walked"), Not(HasSubstr("/study/NCT00000007/results/baseline\""))));
    EXPECT_EQ(get(site, "/study/NCT00000007/results/baseline").status, 404);
    EXPECT_EQ(get(site, "/study/NCT00000007/results/baseline.csv").status, 404);
    EXPECT_EQ(get(site, "/study/NCT00000007/results/nothing").status, 404);
    EXPECT_EQ(get(site, "/study/NCT00000007/Results/FLOW").location, "/study/NCT00000007/results/flow");
}

TEST_F(ResultsPages, AnOutcomeIsShownWhole) {
    add(kOutcomes);
    const std::string body = page("/outcomes/2");
    const std::string words = visible_text(body);
    EXPECT_THAT(words,
                AllOf(HasSubstr("Primary outcome Overall survival"), HasSubstr("Time from start to death"),
                      HasSubstr("All who walked"), HasSubstr("5 years"), HasSubstr("No walking"),
                      HasSubstr("Participants analysed 1,234 40 4"), HasSubstr("Median (95% confidence interval)")));
    // The arm without a median keeps its column, the one without an entry too.
    EXPECT_THAT(words, HasSubstr("8.1 (6.2 to not reached )"));
    EXPECT_THAT(words, HasSubstr("not reached ( not reached to not reached ) Median was not reached no figure"));
    EXPECT_THAT(body, HasSubstr("<svg class=\"chart\" role=\"img\""));
}

TEST_F(ResultsPages, AnalysesAreToldInWordsWithPValuesAsWritten) {
    add(kOutcomes);
    const std::string words = text("/outcomes/2");
    EXPECT_THAT(words,
                HasSubstr("Analysis 1 : Placebo and Walking Hazard Ratio (HR) 0.62 (95% confidence interval 0.50 to "
                          "0.77), p\u00a0< 0.001"));
    EXPECT_THAT(words, AllOf(HasSubstr("Log Rank"), HasSubstr("Non-inferiority NON_INFERIORITY"),
                             HasSubstr("On non-inferiority or equivalence Margin 1.25"),
                             HasSubstr("On what was to be shown Two-sided")));
    EXPECT_THAT(words, HasSubstr("Analysis 2 : Placebo and OG009 p\u00a0=\u00a0.5"));
    EXPECT_THAT(words, HasSubstr("Analysis 3 : Placebo p\u00a0=\u00a012."));
    EXPECT_THAT(words, HasSubstr("Analysis 4 : Placebo p\u00a0<0.001"));
    EXPECT_THAT(words, HasSubstr("Analysis 5 The record tells this analysis in words only."));
    EXPECT_THAT(words, HasSubstr("Told in words"));
}

TEST_F(ResultsPages, PercentagesAreMarkedAsCalculated) {
    add(kOutcomes);
    const std::string body = page("/outcomes/1");
    EXPECT_THAT(body, HasSubstr("14 (<span class=\"calculated\" title=\"14 of 50\">28.0%</span>)"));
    EXPECT_THAT(visible_text(body), HasSubstr("Percentages with a dashed line are calculated by trialdex"));
    EXPECT_THAT(visible_text(body), HasSubstr("Walks < 5 km"));
}

TEST_F(ResultsPages, OutcomesWithoutFiguresSaySo) {
    add(kOutcomes);
    EXPECT_THAT(text("/outcomes/3"), HasSubstr("No figures are posted for this outcome; they are expected May 2030"));
    const std::string list = text("/outcomes");
    EXPECT_LT(list.find("Overall survival"), list.find("Steps"));
    EXPECT_LT(list.find("Steps"), list.find("Walks < 5 km"));
    for (const char* nowhere : {"/outcomes/0", "/outcomes/4", "/outcomes/02", "/outcomes/x", "/outcomes/2/x",
                                "/outcomes/2.json", "/outcomes/99999999999999999999", "/outcomes/2/analyses"}) {
        EXPECT_EQ(get(site, std::string("/study/NCT00000007/results") + nowhere).status, 404) << nowhere;
    }
}

TEST_F(ResultsPages, TablesComeAsCsvThatIsSafeToOpen) {
    add(R"({"outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"=cmd|' /C calc'!A0","paramType":"MEAN",
        "groups":[{"id":"OG000","title":"@home"}],"classes":[{"title":"-x","categories":[{"measurements":[
        {"groupId":"OG000","value":"-5.2","spread":"&lt;1"}]}]}],"analyses":[{"pValue":"=1"}]}]}})");
    const api::Response csv = get(site, "/study/NCT00000007/results/outcomes/1.csv?version=1");
    EXPECT_EQ(csv.status, 200);
    EXPECT_THAT(csv.content_type, HasSubstr("text/csv"));
    EXPECT_THAT(csv.body,
                HasSubstr("\r\nPrimary outcome,'=cmd|' /C calc'!A0,MEAN,,,'-x,,OG000,'@home,,,-5.2,<1,,,\r\n"));
    EXPECT_THAT(get(site, "/study/NCT00000007/results/outcomes/1/analyses.csv").body, HasSubstr(",'=1,"));
    std::string disposition;
    for (const auto& [name, value] : csv.headers) disposition += name == "Content-Disposition" ? value : "";
    EXPECT_EQ(disposition, "attachment; filename=\"NCT00000007-version-1-outcome-1.csv\"");
    EXPECT_EQ(get(site, "/study/NCT00000007/results/outcomes.csv").status, 200);
}

TEST_F(ResultsPages, TheFlowTellsNoReasonsFromNoData) {
    add(R"({"participantFlowModule":{"groups":[{"id":"FG000","title":"Walking"},{"id":"FG001","title":"Resting"},{"id":"FG002","title":"Running"}],
        "periods":[{"title":"Overall","milestones":[
          {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"10"},{"groupId":"FG001","numSubjects":"9"}]},
          {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"7"},{"groupId":"FG001","numSubjects":"8"}]},
          {"type":"NOT COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"3"},{"groupId":"FG001","numSubjects":"1"}]}],
         "dropWithdraws":[{"type":"Death","reasons":[{"groupId":"FG000","numSubjects":"3"}]}]}]}})");
    const std::string body = page("/flow");
    EXPECT_THAT(visible_text(body), HasSubstr("Are reasons given? reasons above no reasons given no data"));
    EXPECT_THAT(body, HasSubstr("aria-label=\"Overall: started 9, completed 8. Left: 1; no reasons given; \""));
    EXPECT_THAT(body, HasSubstr("“No reasons given”: the record counts"));
    EXPECT_THAT(body, HasSubstr("“No data”: the record has no number"));
    EXPECT_THAT(get(site, "/study/NCT00000007/results/flow.csv").body,
                HasSubstr("Overall,Reason for leaving,Death,FG000,Walking,3,,\r\n"));
}

TEST_F(ResultsPages, LongCommentsOfTheFlowStandBeneathItsTable) {
    add(R"({"participantFlowModule":{"groups":[{"id":"FG000","title":"Walking"}],
        "periods":[{"title":"Rest","milestones":[
          {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"10","comment":"Those who had walked were assigned anew"}]},
          {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"7",
           "comment":"Those who had walked to the end of the way could choose how to rest"}]}]}]}})");
    const std::string body = page("/flow");
    EXPECT_THAT(body, HasSubstr("10<div class=\"figure-note\"><p>Those who had walked were assigned anew</p>"));
    EXPECT_THAT(body,
                HasSubstr("7<a href=\"#period-1-note-a\" class=\"mark-of-note\" aria-label=\"Note a\">a</a></td>"));
    EXPECT_THAT(body,
                HasSubstr("<li id=\"period-1-note-a\"><strong>a</strong><div><p>Those who had walked to the end"));
}

TEST_F(ResultsPages, AFlowWithReasonsExplainsNoWordsThatItDoesNotUse) {
    add(R"({"participantFlowModule":{"groups":[{"id":"FG000","title":"Walking"}],
        "periods":[{"title":"Overall","milestones":[
          {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"10"}]},
          {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"7"}]},
          {"type":"NOT COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"3"}]}],
         "dropWithdraws":[{"type":"Death","reasons":[{"groupId":"FG000","numSubjects":"3"}]}]}]}})");
    const std::string body = page("/flow");
    EXPECT_THAT(body, Not(HasSubstr("“No reasons given”")));
    EXPECT_THAT(body, Not(HasSubstr("“No data”")));
}

TEST_F(ResultsPages, ADeviationOfLogarithmsIsNotDrawnAroundAGeometricMean) {
    const auto outcome = [&](const std::string& parameter) {
        return R"({"outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"Change","paramType":")" +
               parameter +
               R"(","dispersionType":"Standard Deviation","unitOfMeasure":"percent","groups":[{"id":"OG000","title":"A"},{"id":"OG001","title":"B"}],
                 "classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"-49.5","spread":"1.40"},{"groupId":"OG001","value":"3","spread":"2"}]}]}]}]}})";
    };
    add(outcome("GEOMETRIC_MEAN"));
    EXPECT_THAT(text("/outcomes/1"), HasSubstr("-49.5 (1.40)"));
    EXPECT_THAT(text("/outcomes/1"), Not(HasSubstr("Lines reach one")));
    add(outcome("MEAN"));
    EXPECT_THAT(text("/outcomes/1"), HasSubstr("-49.5 ± 1.40"));
    EXPECT_THAT(text("/outcomes/1"), HasSubstr("Lines reach one standard deviation to each side."));
}

TEST_F(ResultsPages, LimitsStayOnOneLine) {
    add(kOutcomes);
    EXPECT_THAT(page("/outcomes/2"), HasSubstr("8.1 <span class=\"limits\">(6.2 to "));
}

TEST_F(ResultsPages, TheLastPeriodSaysOfHowManyAndAnEmptyOneIsNotDrawnAsLoss) {
    add(R"({"participantFlowModule":{"groups":[{"id":"FG000","title":"Walking"},{"id":"FG001","title":"Later on"}],
        "periods":[{"title":"Walk","milestones":[
          {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"10"},{"groupId":"FG001","numSubjects":"0"}]},
          {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"7"},{"groupId":"FG001","numSubjects":"0"}]}]},
         {"title":"Rest","milestones":[
          {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"0"},{"groupId":"FG001","numSubjects":"6"}]},
          {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"0"},{"groupId":"FG001","numSubjects":"5"}]}]}]}})");
    EXPECT_THAT(text(""), HasSubstr("10 started the first period; 5 completed the last period, of 6 who started it."));
    const std::string body = page("/flow");
    EXPECT_THAT(body, HasSubstr("Rest: started 0, completed 0. Nobody started; "));
    std::size_t bands = 0;
    for (std::size_t at = body.find("flow-stream"); at != std::string::npos; at = body.find("flow-stream", at + 1))
        ++bands;
    EXPECT_EQ(bands, 2U);
}

constexpr const char* kAlikeArms =
    R"json({"outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"Steps","paramType":"MEAN",
  "dispersionType":"95% Confidence Interval","unitOfMeasure":"steps a day",
  "groups":[{"id":"OG000","title":"LONGPart one of the study: walking slowly for 30 minutes with a dog"},
    {"id":"OG001","title":"LONGPart one of the study: walking slowly for 60 minutes with a dog"},{"id":"OG002","title":"Rest"}],
  "classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"5000","lowerLimit":"4000","upperLimit":"6000"},
    {"groupId":"OG001","value":"7000","lowerLimit":"NA","upperLimit":"NA"}]}]}]}]}})json";

std::string alike_arms(const std::string& beginning) {
    std::string json = kAlikeArms;
    for (std::size_t at = json.find("LONG"); at != std::string::npos; at = json.find("LONG"))
        json.replace(at, 4, beginning);
    return json;
}

// "…Peanut Avoidance" stood before two of eight groups of NCT03546413, with room for their names beneath.
TEST_F(ResultsPages, LongNamesInPicturesHaveASecondLine) {
    add(alike_arms(""));
    EXPECT_THAT(page("/outcomes/1"),
                AllOf(HasSubstr(">Part one of the study: walking</text>"),
                      HasSubstr(">slowly for 30 minutes with a dog</text>"), HasSubstr(">Rest</text>")));
}

TEST_F(ResultsPages, PicturesNameArmsByWhereTheyDiffer) {
    add(alike_arms("Those who live in the hills, the valleys or the plains and came by themselves: "));
    const std::string body = page("/outcomes/1");
    EXPECT_THAT(body, AllOf(HasSubstr(">…for 30 minutes with a dog</text>"),
                            HasSubstr(">…for 60 minutes with a dog</text>"), HasSubstr(">Rest</text>")));
    // Neither end is stated: no line, and no arrows that would call it endless.
    EXPECT_THAT(body, Not(HasSubstr("interval-end")));
    EXPECT_THAT(visible_text(body), HasSubstr("Mean (95% confidence interval), steps a day"));
}

TEST_F(ResultsPages, TheKeyOfAPictureListsWhatIsInIt) {
    add(R"({"outcomeMeasuresModule":{"outcomeMeasures":[{"title":"Steps","paramType":"NUMBER","unitOfMeasure":"steps",
        "groups":[{"id":"OG000","title":"Walking"},{"id":"OG001","title":"Resting"}],
        "classes":[{"title":"Day 1","categories":[{"measurements":[{"groupId":"OG000","value":"5"}]}]},
          {"title":"Day 2","categories":[{"measurements":[{"groupId":"OG000","value":"6"}]}]},
          {"title":"Day 3","categories":[{"measurements":[{"groupId":"OG000","value":"NA"}]}]}]}]}})");
    const std::string body = page("/outcomes/1");
    const std::string key = body.substr(body.find("<ul class=\"key\">"), 700);
    const std::string listed = key.substr(0, key.find("</ul>"));
    EXPECT_THAT(listed, AllOf(HasSubstr("Walking"), Not(HasSubstr("Resting"))));
    EXPECT_THAT(body, AllOf(HasSubstr(">Day 2</text>"), Not(HasSubstr(">Day 3</text>"))));
}

TEST_F(ResultsPages, LinksKeepTheVersionThatIsCited) {
    add(kOutcomes);
    const std::string body = page("/outcomes/2?version=1");
    EXPECT_THAT(body, AllOf(HasSubstr("/study/NCT00000007/results/outcomes/3?version=1\""),
                            HasSubstr("/study/NCT00000007/results/outcomes/2.csv?version=1\""),
                            HasSubstr("/study/NCT00000007/results?version=1\"")));
}

TEST_F(ResultsPages, TextsOfARecordAreNeverMarkup) {
    const std::string evil = "<script>alert(1)</script>\\\"><img src=x>";
    add(R"({"participantFlowModule":{"groups":[{"id":"FG000","title":")" + evil + R"(","description":")" + evil +
        R"("}],"periods":[{"title":")" + evil + R"(","milestones":[{"type":")" + evil +
        R"(","achievements":[{"groupId":"FG000","numSubjects":")" + evil +
        R"("}]}]}]},"outcomeMeasuresModule":{"outcomeMeasures":[{"title":")" + evil + R"(","unitOfMeasure":")" + evil +
        R"(","groups":[{"id":"OG000","title":")" + evil +
        R"("}],"classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"5","lowerLimit":")" + evil +
        R"("}]}]}]}]}})");
    for (const char* part : {"", "/flow", "/outcomes", "/outcomes/1"}) {
        EXPECT_THAT(page(part), AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<img src=x")))) << part;
    }
}

} // namespace
} // namespace trialdex
