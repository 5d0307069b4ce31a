// Pages of single nodes: what each kind of node shows, where it leads, and what a hostile record cannot do.
#include "study/node_path.h"
#include "support/fake_reader.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "support/whole_record.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace trialdex {
namespace {

using support::get;
using support::visible_text;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr store::Milliseconds kNow = 1'766'620'000'000; // 24 December 2025

class ModulePage : public testing::Test {
protected:
    std::string page(const std::string& target) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, 200) << target << " → " << response.location;
        return response.body;
    }
    std::string text(const std::string& target) { return visible_text(page(target)); }
    std::string moved_to(const std::string& target) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, 301) << target;
        return response.location;
    }

    support::FakeReader store;
    web::Site site{store, {[] { return kNow; }}};
};

std::string record(std::string_view id, std::string_view sections, std::string_view status = "{}") {
    return R"({"protocolSection":{"identificationModule":{"nctId":")" + std::string(id) +
           R"(","briefTitle":"A study of walking"},"statusModule":)" + std::string(status) + "}" +
           std::string(sections) + "}";
}

constexpr std::string_view kStatus =
    R"({"overallStatus":"RECRUITING","startDateStruct":{"date":"2020-11","type":"ACTUAL"},)"
    R"("studyFirstPostDateStruct":{"date":"2021-01-05"},"lastUpdatePostDateStruct":{"date":"2025-04-08"}})";

constexpr std::string_view kAdverse =
    R"(,"resultsSection":{"adverseEventsModule":{"frequencyThreshold":"5","eventGroups":[)"
    R"({"id":"EG000","title":"Walking","seriousNumAtRisk":50},{"id":"EG001","title":"Resting","seriousNumAtRisk":40}],)"
    R"("seriousEvents":[{"term":"Anaemia","organSystem":"Blood","stats":[)"
    R"({"groupId":"EG000","numEvents":4,"numAffected":3,"numAtRisk":48},{"groupId":"EG001","numAffected":0}]}]}})";

TEST_F(ModulePage, TellsWhatAModuleIsWhereItBelongsAndWhenItCame) {
    store.add(record("NCT00000007", "", kStatus));
    const std::string body = text("/study/NCT00000007/protocolSection/statusModule");
    EXPECT_THAT(body, AllOf(HasSubstr("Study Protocol Section Status Module"), HasSubstr("Status and dates"),
                            HasSubstr(schema::find_piece("StatusModule")->explanation), HasSubstr("A study of walking"),
                            HasSubstr("First seen in this registry"), HasSubstr("19 February 2025, 21:20 UTC"),
                            HasSubstr("Last changed in this registry"), HasSubstr("15 June 2025, 15:06 UTC")));
    EXPECT_THAT(body, AllOf(HasSubstr("Study first posted"), HasSubstr("5 January 2021"), HasSubstr("8 April 2025")));
}

TEST_F(ModulePage, ExplainsEveryFieldAndCodeAndKeepsThePrecisionOfDates) {
    store.add(record("NCT00000007", "", kStatus));
    const std::string body = text("/study/NCT00000007/protocolSection/statusModule");
    const auto* status = schema::find_piece("OverallStatus");
    EXPECT_THAT(body, AllOf(HasSubstr(status->label), HasSubstr(status->explanation), HasSubstr("RECRUITING"),
                            HasSubstr(status->enum_type->find("RECRUITING")->explanation)));
    EXPECT_THAT(body, AllOf(HasSubstr("November 2020"), Not(HasSubstr("1 November 2020"))));
    // What is not there is said once, folded.
    EXPECT_THAT(body, HasSubstr("Not in this record:"));
    EXPECT_THAT(body, HasSubstr(schema::find_piece("WhyStopped")->label));
}

TEST_F(ModulePage, GivesTheDataAndTheWayToTheApi) {
    store.add(record("NCT00000007", "", kStatus));
    const std::string body = page("/study/NCT00000007/protocolSection/statusModule");
    EXPECT_THAT(body, HasSubstr("&quot;overallStatus&quot;: &quot;RECRUITING&quot;"));
    EXPECT_THAT(body, HasSubstr("/api/v2/studies/NCT00000007?fields=StatusModule"));
}

TEST_F(ModulePage, AnEventRowHasItsCountsByGroup) {
    store.add(record("NCT00000007", kAdverse, kStatus));
    for (const std::string target : {"/study/NCT00000007/resultsSection/adverseEventsModule",
                                     "/study/NCT00000007/resultsSection/adverseEventsModule/seriousEvents"}) {
        const std::string body = text(target);
        EXPECT_THAT(body, HasSubstr("Walking EG000"));
        EXPECT_THAT(body, HasSubstr("Anaemia 3 of 48 (6.3%) events: 4 0 of 40 (0.0%) Blood")) << target;
        EXPECT_THAT(page(target), HasSubstr("/resultsSection/adverseEventsModule/seriousEvents/0\""));
    }
    EXPECT_THAT(text("/study/NCT00000007/resultsSection/adverseEventsModule/seriousEvents/0"),
                AllOf(HasSubstr("Serious adverse events, 1 of 1"), HasSubstr("Walking EG000 4 3 48")));
    EXPECT_THAT(text("/study/NCT00000007/resultsSection/adverseEventsModule/seriousEvents/0/stats/0"),
                HasSubstr("Walking EG000"));
}

TEST_F(ModulePage, AMeasureShowsItsFiguresWithTheNearestDenominators) {
    store.add(record(
        "NCT00000007",
        R"(,"resultsSection":{"outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"Distance",)"
        R"("paramType":"COUNT_OF_PARTICIPANTS","unitOfMeasure":"Participants",)"
        R"("groups":[{"id":"OG000","title":"Walking"},{"id":"OG001","title":"Resting"}],)"
        R"("denoms":[{"units":"Participants","counts":[{"groupId":"OG000","value":"50"},{"groupId":"OG001","value":"40"}]}],)"
        R"("classes":[{"title":"Week 4","denoms":[{"units":"Participants","counts":[{"groupId":"OG000","value":"1,000"}]}],)"
        R"("categories":[{"measurements":[{"groupId":"OG000","value":"250"},{"groupId":"OG001","value":"NA","comment":"Not reached"}]}]},)"
        R"({"title":"Week 8","categories":[{"title":"Far","measurements":[{"groupId":"OG000","value":"5"}]}]}]},)"
        R"({"title":"Speed","paramType":"MEAN","dispersionType":"Standard Deviation","groups":[{"id":"OG000","title":"Other"}],)"
        R"("classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"12.3","spread":"4.5"}]}]}]}]}})"));
    for (const std::string target : {"/study/NCT00000007/resultsSection/outcomeMeasuresModule",
                                     "/study/NCT00000007/resultsSection/outcomeMeasuresModule/outcomeMeasures"}) {
        const std::string body = text(target);
        EXPECT_THAT(body, HasSubstr("Number analysed: Participants 50 40"));
        EXPECT_THAT(body, HasSubstr("Week 4 250 (25.0%) of 1,000 NA of 40 Not reached"));
        EXPECT_THAT(body, HasSubstr("Far 5 (10.0%) no figure"));
        EXPECT_THAT(body, HasSubstr("12.3 ± 4.5"));
        EXPECT_THAT(body, HasSubstr("Other OG000")); // the same id is another group in the next measure
    }
    const std::string measurement =
        "/study/NCT00000007/resultsSection/outcomeMeasuresModule/outcomeMeasures/1/classes/0/"
        "categories/0/measurements/0";
    EXPECT_THAT(text(measurement), AllOf(HasSubstr("Other OG000"), HasSubstr("12.3"), Not(HasSubstr("Walking"))));
}

TEST_F(ModulePage, FlowMilestonesAndBaselineHaveAColumnForEachGroup) {
    store.add(record(
        "NCT00000007",
        R"(,"resultsSection":{"participantFlowModule":{"groups":[{"id":"FG000","title":"Walking"}],"periods":[)"
        R"({"title":"Overall","milestones":[{"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"1200"}]}]}]},)"
        R"("baselineCharacteristicsModule":{"groups":[{"id":"BG000","title":"All"}],)"
        R"("denoms":[{"units":"Participants","counts":[{"groupId":"BG000","value":"1200"}]}],)"
        R"("measures":[{"title":"Age","paramType":"MEDIAN","dispersionType":"INTER_QUARTILE_RANGE","unitOfMeasure":"years",)"
        R"("classes":[{"categories":[{"measurements":[{"groupId":"BG000","value":"61","lowerLimit":"50","upperLimit":"70"}]}]}]},)"
        R"({"title":"Sex","paramType":"COUNT_OF_PARTICIPANTS","classes":[{"categories":[{"title":"Female",)"
        R"("measurements":[{"groupId":"BG000","value":"300"}]}]}]}]}})"));
    EXPECT_THAT(text("/study/NCT00000007/resultsSection/participantFlowModule"),
                AllOf(HasSubstr("Walking FG000"), HasSubstr("STARTED 1,200")));
    EXPECT_THAT(text("/study/NCT00000007/resultsSection/baselineCharacteristicsModule"),
                AllOf(HasSubstr("Number analysed: Participants 1,200"), HasSubstr("Age Median"),
                      HasSubstr("61 (50 to 70)"), HasSubstr("Female 300 (25.0%)")));
}

TEST_F(ModulePage, AnAnalysisIsTold) {
    store.add(record(
        "NCT00000007",
        R"(,"resultsSection":{"outcomeMeasuresModule":{"outcomeMeasures":[{"title":"Distance","groups":[{"id":"OG000","title":"Walking"}],)"
        R"("analyses":[{"groupIds":["OG000","OG009"],"paramType":"Hazard Ratio","paramValue":"0.62","ciPctValue":"95",)"
        R"("ciLowerLimit":"0.51","ciUpperLimit":"0.76","pValue":"&lt; 0.001"},{"statisticalMethod":"ANCOVA","pValue":".5"},)"
        R"({"ciUpperLimit":"1.2"},{}]}]}})"));
    EXPECT_THAT(
        text("/study/NCT00000007/resultsSection/outcomeMeasuresModule/outcomeMeasures/0"),
        AllOf(HasSubstr("Hazard Ratio 0.62 (95% confidence interval 0.51 to 0.76), p\u00a0< 0.001 Groups in this "
                        "analysis: Walking OG000 OG009"),
              HasSubstr("ANCOVA, p\u00a0=\u00a0.5"), HasSubstr("confidence interval up to 1.2"),
              HasSubstr("An analysis told in words only.")));
}

TEST_F(ModulePage, OtherSpellingsAndFieldsLeadToTheOneAddress) {
    store.add(record("NCT00000007", "", kStatus));
    const std::string status = "/study/NCT00000007/protocolSection/statusModule";
    EXPECT_EQ(moved_to("/study/NCT00000007/PROTOCOLSECTION/StatusModule"), status);
    EXPECT_EQ(moved_to("/study/NCT00000007/protocolSection//statusModule"), status);
    EXPECT_EQ(moved_to("/study/NCT00000007/StatusModule?version=1"), status + "?version=1");
    EXPECT_EQ(moved_to("/study/nct7/protocolSection/statusModule/"), status);
    EXPECT_EQ(moved_to("/study/NCT00000007/OverallStatus"), status + "#overallStatus");
    EXPECT_EQ(moved_to(status + "/whyStopped?version=1"), status + "?version=1#whyStopped");
    EXPECT_THAT(page(status), HasSubstr("id=\"whyStopped\""));
    EXPECT_EQ(moved_to("/study/NCT00000007/hasResults"), "/study/NCT00000007#results-notice");
}

TEST_F(ModulePage, NeighboursInAListGoByTheNameOfTheirPage) {
    store.add(record("NCT00000007", kAdverse, kStatus));
    const std::string stats = "/study/NCT00000007/resultsSection/adverseEventsModule/seriousEvents/0/stats/";
    EXPECT_THAT(text(stats + "0"), HasSubstr("After it in the list: Resting"));
    EXPECT_THAT(text(stats + "1"), HasSubstr("Before it in the list: Walking"));
}

TEST_F(ModulePage, AnElementWithoutATitleIsNamedByWhatItIs) {
    store.add(record(
        "NCT00000007",
        R"(,"resultsSection":{"outcomeMeasuresModule":{"outcomeMeasures":[{"title":"Cost","dispersionType":"Standard Deviation",)"
        R"("groups":[{"id":"OG000"}],"analyses":[{"pValue":"0.2"}],"classes":[{"categories":[{"measurements":[)"
        R"({"groupId":"OG000","value":"53212","spread":"6582"}]}]}]}]}},"annotationSection":{"annotationModule":)"
        R"({"violationAnnotation":{"violationEvents":[{"type":"VIOLATION_IDENTIFIED","issuedDate":"2022-05-26"}]}}})"));
    const std::string measure = "/study/NCT00000007/resultsSection/outcomeMeasuresModule/outcomeMeasures/0";
    EXPECT_THAT(page(measure + "/analyses/0"), HasSubstr("<h1>Statistical analysis 1</h1>"));
    EXPECT_THAT(text(measure + "/classes/0/categories/0"), HasSubstr("Row 1 Outcome categories Category 1"));
    EXPECT_THAT(page("/study/NCT00000007/annotationSection/annotationModule/violationAnnotation/violationEvents/0"),
                HasSubstr("<h1>Violation identified, 26 May 2022</h1>"));
    EXPECT_THAT(text(measure), HasSubstr("53,212 ± 6,582"));
}

TEST_F(ModulePage, WhatIsNotThereSaysSoAndLeadsOn) {
    store.add(record("NCT00000007", "", kStatus));
    const api::Response absent = get(site, "/study/NCT00000007/resultsSection/moreInfoModule");
    EXPECT_EQ(absent.status, 404);
    EXPECT_THAT(visible_text(absent.body), HasSubstr("Results Section: not in this record"));
    const api::Response unknown = get(site, "/study/NCT00000007/protocolSection/statusModule/%3Cb%3E");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_THAT(unknown.body,
                AllOf(HasSubstr("“&lt;b&gt;”"), HasSubstr("href=\"/study/NCT00000007/protocolSection/statusModule\"")));
}

TEST_F(ModulePage, LeadsToTheSameModuleOfTheStudiesBesideIt) {
    store.add(record("NCT00000005", "", kStatus));
    store.add(record("NCT00000007", kAdverse, kStatus));
    store.add(record("NCT00000009", "", kStatus));
    EXPECT_THAT(page("/study/NCT00000007/protocolSection/statusModule"),
                AllOf(HasSubstr("/study/NCT00000005/protocolSection/statusModule"),
                      HasSubstr("/study/NCT00000009/protocolSection/statusModule")));
    EXPECT_THAT(page("/study/NCT00000007/resultsSection"), Not(HasSubstr("/study/NCT00000009/resultsSection")));
}

std::string arms(std::string_view list) {
    return R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000007"},"armsInterventionsModule":{"armGroups":[)" +
           std::string(list) + "]}}}";
}

TEST_F(ModulePage, AnElementIsKnownAgainByItsLabelWhenItsListMoves) {
    store.add(arms(R"({"label":"Walking"},{"label":"Resting","description":"in bed"})"), 1'600'000'000'000);
    store.add(arms(R"({"label":"Running"},{"label":"Walking"},{"label":"Resting","description":"in a chair"})"),
              1'650'000'000'000);
    const std::string walking = text("/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/1");
    EXPECT_THAT(walking, AllOf(HasSubstr("First seen in this registry 13 September 2020, 12:26 UTC"),
                               HasSubstr("Last changed in this registry 13 September 2020, 12:26 UTC")));
    const std::string resting = page("/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/2");
    EXPECT_THAT(visible_text(resting), AllOf(HasSubstr("First seen in this registry 13 September 2020, 12:26 UTC"),
                                             HasSubstr("Last changed in this registry 15 April 2022, 05:20 UTC")));
    EXPECT_THAT(resting, HasSubstr("/armGroups/1?version=1"));
    EXPECT_THAT(text("/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/0"),
                HasSubstr("First seen in this registry 15 April 2022, 05:20 UTC"));
}

TEST_F(ModulePage, AVersionThatIsCitedSaysSoAndKeepsToItself) {
    store.add(arms(R"({"label":"Walking"})"), 1'600'000'000'000);
    store.add(arms(R"({"label":"Running"},{"label":"Walking"})"), 1'650'000'000'000);
    const std::string old = page("/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/0?version=1");
    EXPECT_THAT(visible_text(old), HasSubstr("Version 1 of 2. This part as it is now"));
    EXPECT_THAT(old, HasSubstr("<link rel=\"canonical\" "
                               "href=\"/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/0\">"));
    EXPECT_THAT(
        old,
        AllOf(HasSubstr("href=\"/study/NCT00000007/protocolSection/armsInterventionsModule?version=1\""),
              HasSubstr("href=\"/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/1?version=2\"")));
}

TEST_F(ModulePage, LongListsComeInPagesThatReachEveryElement) {
    std::string events;
    for (int i = 0; i < 2029; ++i)
        events += (i ? "," : "") + std::string(R"({"term":"Event )") + std::to_string(i) + "\"}";
    store.add(record("NCT00000007", R"(,"resultsSection":{"adverseEventsModule":{"otherEvents":[)" + events + "]}}"));
    const std::string list = "/study/NCT00000007/resultsSection/adverseEventsModule/otherEvents";
    const std::string parent = page("/study/NCT00000007/resultsSection/adverseEventsModule");
    EXPECT_LT(parent.size(), 150'000U);
    EXPECT_THAT(visible_text(parent), HasSubstr("All 2,029, page by page"));
    std::size_t reached = 0;
    for (int number = 1; number <= 21; ++number) {
        const std::string body = page(list + "?page=" + std::to_string(number));
        for (const std::string& href : support::attributes(body, "href")) {
            reached += href == list + "/" + std::to_string(reached) ? 1 : 0;
        }
    }
    EXPECT_EQ(reached, 2029U);
    EXPECT_THAT(text(list + "?page=99999999999999999999"), HasSubstr("2,001 to 2,029 of 2,029"));
    EXPECT_THAT(text(list + "?page=%3Cb%3E"), HasSubstr("1 to 100 of 2,029"));
}

TEST_F(ModulePage, WhatTheSchemaDoesNotKnowIsShownAndHasPages) {
    store.add(record("NCT00000007",
                     R"(,"derivedSection":{"miscInfoModule":{"modelPredictions":{"bmiLimits":{"minBmi":18.5}}}},)"
                     R"("extra":{"note":"kept","rows":[{"a":1},[2],3,null],"nothing":{},"empty":"","none":[]})"));
    EXPECT_THAT(text("/study/NCT00000007/derivedSection/miscInfoModule"), HasSubstr("Model predictions"));
    EXPECT_THAT(text("/study/NCT00000007/derivedSection/miscInfoModule/modelPredictions/bmiLimits"),
                AllOf(HasSubstr("Min bmi"), HasSubstr("18.5"), HasSubstr("Not in the published structure")));
    EXPECT_THAT(text("/study/NCT00000007/extra"), AllOf(HasSubstr("kept"), HasSubstr("empty in the record")));
    EXPECT_THAT(text("/study/NCT00000007/extra/rows"), HasSubstr("In this list: 4"));
    EXPECT_THAT(text("/study/NCT00000007/extra/rows/0"), HasSubstr("1"));
    EXPECT_THAT(text("/study/NCT00000007/extra/nothing"), HasSubstr("This part is empty in the record."));
}

TEST_F(ModulePage, ShapesThatTheSchemaDoesNotExpectAreShownAllTheSame) {
    store.add(record(
        "NCT00000007",
        R"(,"resultsSection":{"adverseEventsModule":{"eventGroups":{"id":"EG000"},"seriousEvents":["odd",)"
        R"({"stats":"none","term":{"a":[]}},null]},"participantFlowModule":[{"periods":[1]}],)"
        R"("outcomeMeasuresModule":{"outcomeMeasures":{"groups":[{"id":7}],"classes":[{"categories":5}]}},)"
        R"("baselineCharacteristicsModule":{"groups":[{"id":"BG000"}],"measures":[5,{"classes":[{}]}]},"moreInfoModule":"text"})"));
    for (const std::string path :
         {"", "/adverseEventsModule", "/adverseEventsModule/seriousEvents", "/adverseEventsModule/seriousEvents/1",
          "/participantFlowModule", "/participantFlowModule/0", "/participantFlowModule/0/periods",
          "/outcomeMeasuresModule", "/outcomeMeasuresModule/outcomeMeasures",
          "/outcomeMeasuresModule/outcomeMeasures/classes", "/baselineCharacteristicsModule",
          "/baselineCharacteristicsModule/measures/1/classes"}) {
        page("/study/NCT00000007/resultsSection" + path);
    }
}

TEST_F(ModulePage, NothingOfARecordIsMarkup) {
    // Every text of the record, every name of an unknown member, and the title carry an attack.
    std::string hostile = support::whole_record("NCT00000007");
    const std::string attack = R"(<script>alert(1)</script>\"'><img src=x onerror=alert(2)>)";
    for (std::size_t at = hostile.find("text of "); at != std::string::npos; at = hostile.find("text of ", at)) {
        hostile.replace(at, 8, attack);
        at += attack.size();
    }
    hostile.insert(1, "\"" + attack + "\":{\"" + attack + "\":[{\"" + attack + "\":\"" + attack + "\"}]},");
    store.add(hostile);
    std::vector<std::string> open = {"/study/NCT00000007/protocolSection", "/study/NCT00000007/resultsSection",
                                     "/study/NCT00000007/annotationSection", "/study/NCT00000007/documentSection",
                                     "/study/NCT00000007/derivedSection"};
    std::set<std::string> seen(open.begin(), open.end());
    open.push_back("/study/NCT00000007/" +
                   study::path_segment(R"(<script>alert(1)</script>"'><img src=x onerror=alert(2)>)", true));
    while (!open.empty()) {
        const std::string target = open.back();
        open.pop_back();
        const std::string body = page(target);
        ASSERT_THAT(body, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<img")), Not(HasSubstr("\"'>")))) << target;
        for (const std::string& href : support::attributes(body, "href")) {
            if (href.starts_with("/study/NCT00000007/") && seen.insert(href).second) open.push_back(href);
        }
    }
    EXPECT_GT(seen.size(), 400U);
}

TEST_F(ModulePage, WhatIsTheSameInAllRowsIsSaidOnce) {
    store.add(record(
        "NCT00000007",
        R"(,"resultsSection":{"adverseEventsModule":{"otherEvents":[)"
        R"({"term":"A","sourceVocabulary":"MedDRA","assessmentType":"SYSTEMATIC_ASSESSMENT","organSystem":"X"},)"
        R"({"term":"B","sourceVocabulary":"MedDRA","assessmentType":"SYSTEMATIC_ASSESSMENT","organSystem":"Y"},)"
        R"({"term":"C","sourceVocabulary":"MedDRA","assessmentType":"SYSTEMATIC_ASSESSMENT","organSystem":"Y"}]}})"));
    const std::string list = page("/study/NCT00000007/resultsSection/adverseEventsModule/otherEvents");
    EXPECT_THAT(visible_text(list), AllOf(HasSubstr("Source dictionary, in all: MedDRA"),
                                          HasSubstr("Other event Organ system A X B Y C Y What the columns mean")));
    EXPECT_THAT(list, AllOf(HasSubstr("id=\"sourceVocabulary\""), HasSubstr("SYSTEMATIC_ASSESSMENT")));
}

TEST_F(ModulePage, TitlesAreReadAsTheyAreMeant) {
    store.add(arms(R"({"label":"Walking &lt;2 km &amp; resting \\*"})"));
    EXPECT_THAT(text("/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/0"),
                HasSubstr("Arms or groups, 1 of 1 Walking <2 km & resting *"));
}

TEST_F(ModulePage, TheHistoryOfANodeTellsWhatBecameOfIt) {
    store.add(arms(R"({"label":"A"},{"label":"B"})"), 1'600'000'000'000);
    store.add(arms(R"({"label":"A"})"), 1'610'000'000'000);
    store.add(arms(R"({"label":"A"})"), 1'620'000'000'000);
    store.add(arms(R"({"label":"B"},{"label":"A"})"), 1'630'000'000'000);
    store.add(arms(R"({"label":"B","type":"OTHER"},{"label":"A"})"), 1'640'000'000'000);
    EXPECT_THAT(text("/study/NCT00000007/protocolSection/armsInterventionsModule/armGroups/0"),
                HasSubstr("Version 5 (shown here): changed in this version Version 4 : new in this version "
                          "Version 3: not in this version Version 2: taken out in this version "
                          "Version 1 : the oldest compared"));
}

TEST_F(ModulePage, TheSeedsDescriptionModuleHoldsEveryFact) {
    const auto facts = support::shared_file("seeds/module-page.txt");
    if (!facts) GTEST_SKIP() << "no shared data beside the checkout";
    std::ifstream records(*support::shared_file("seeds/studies.ndjson"));
    for (std::string line; std::getline(records, line);) store.add(line);
    const std::string body = text("/study/NCT06916403/protocolSection/descriptionModule");
    EXPECT_THAT(body, AllOf(HasSubstr("Study Protocol Section Description Module"),
                            HasSubstr("First seen in this registry"), HasSubstr("Last changed in this registry")));
    std::size_t found = 0;
    std::ifstream in(*facts);
    for (std::string line; std::getline(in, line);) {
        for (const std::string label :
             {"NCT ID: ", "Brief Summary: ", "Detailed Description: ", "Study: ", "Protocol Section: NCT06916403"}) {
            if (!line.starts_with(label)) continue;
            EXPECT_THAT(body, HasSubstr(line.substr(label.size())));
            ++found;
        }
    }
    EXPECT_EQ(found, 5U);
}

} // namespace
} // namespace trialdex
