#include "oracle/stories.h"

#include "study/nct_id.h"

namespace trialdex::oracle {

namespace {

std::string conditions(const std::string& list) { return R"("conditionsModule":{"conditions":[)" + list + "]}"; }
std::string design(const std::string& members) { return R"("designModule":{)" + members + "}"; }
std::string status(const std::string& members) { return R"("statusModule":{)" + members + "}"; }
std::string eligibility(const std::string& members) { return R"("eligibilityModule":{)" + members + "}"; }
std::string locations(const std::string& list) { return R"("contactsLocationsModule":{"locations":[)" + list + "]}"; }
std::string sponsor(const std::string& name) {
    return R"("sponsorCollaboratorsModule":{"leadSponsor":{"name":")" + name + R"("}})";
}

// `modules` is the inside of protocolSection but for the number; `rest` what follows protocolSection.
std::string record(std::uint32_t number, const std::string& modules, const std::string& rest = "") {
    return R"({"protocolSection":{"identificationModule":{"nctId":")" + study::NctId(number).text() + R"("},)" +
           modules + "}" + (rest.empty() ? "" : "," + rest) + "}";
}

std::vector<Story> contract_stories() {
    return {
        {"Head or neck and pain not cancer",
         {record(1, conditions(R"("Head Pain")")), record(2, conditions(R"("Neck","Pain")")),
          record(3, conditions(R"("Head and Neck Cancer Pain")")), record(4, conditions(R"("Back Pain")")),
          record(5, conditions(R"("Pain")") + R"(,"descriptionModule":{"briefSummary":"head"})")},
         {{"(head OR neck) AND pain NOT cancer", {1, 2}, "ConditionSearch"},
          {"(head OR neck) AND pain NOT cancer", {1, 2, 5}}}},
        {"Study type and phases",
         {record(1, design(R"("studyType":"INTERVENTIONAL","phases":["PHASE2","PHASE3"])")),
          record(2, design(R"("studyType":"INTERVENTIONAL","phases":["PHASE1"])")),
          record(3, design(R"("studyType":"OBSERVATIONAL")")),
          record(4, design(R"("studyType":"INTERVENTIONAL","phases":["NA"])"))},
         {{"AREA[StudyType]INTERVENTIONAL AND AREA[Phase](PHASE2 OR PHASE3)", {1}},
          {"AREA[StudyType]Interventional", {1, 2, 4}},
          {"AREA[Phase]MISSING", {3}},
          {"AREA[Phase]NA", {4}},
          {"AREA[Phase:size]2", {1}},
          {"PHASE3", {1}},
          {"phase 3", {1}}}},
        {"Results posted",
         {record(1, status(R"("resultsFirstPostDateStruct":{"date":"2020-02-01","type":"ACTUAL"})")),
          record(2, status(R"("resultsFirstPostDateStruct":null)")),
          record(3, status(R"("overallStatus":"COMPLETED")"))},
         {{"NOT AREA[ResultsFirstPostDate]MISSING", {1}}, {"AREA[ResultsFirstPostDate]RANGE[MIN,MAX]", {1}}}},
        {"Start dates",
         {record(1, status(R"("startDateStruct":{"date":"2020-12-31"})")),
          record(2, status(R"("startDateStruct":{"date":"2020"})")),
          record(3, status(R"("startDateStruct":{"date":"2020-05"})")),
          record(4, status(R"("startDateStruct":{"date":"2021-01-01"})")),
          record(5, status(R"("overallStatus":"WITHHELD")"))},
         {{"AREA[StartDate]RANGE[2020-01-01,2020-12-31]", {1, 2, 3}},
          {"AREA[StartDate]RANGE[05/01/2020, 2020-12]", {1, 3}},
          {"AREA[StartDate]2020", {1, 2, 3}},
          {"AREA[StartDate]2020-05", {3}},
          {"AREA[StartDate]RANGE[2021, MAX]", {4}},
          {"AREA[StartDate]RANGE[MIN, 2020-01]", {2}}}},
        {"Ages",
         {record(1, eligibility(R"("minimumAge":"12 Years","maximumAge":"17 Years")")),
          record(2, eligibility(R"("minimumAge":"192 Months","maximumAge":"16 Years")")),
          record(3, eligibility(R"("minimumAge":"16 Years")")),
          record(4, eligibility(R"("minimumAge":"18 Years","maximumAge":"99 Years")")),
          record(5, eligibility(R"("minimumAge":"28 Days","maximumAge":"1 Year")"))},
         {{"AREA[MinimumAge]RANGE[MIN, 16 years] AND AREA[MaximumAge]RANGE[16 years, MAX]", {1, 2}},
          {"(AREA[MaximumAge]RANGE[16 years, MAX] OR AREA[MaximumAge]MISSING)", {1, 2, 3, 4}},
          {"AREA[MinimumAge]16 Years", {2, 3}},
          {"AREA[MinimumAge]RANGE[MIN,28d]", {5}},
          {"AREA[MaximumAge]RANGE[12m,1y]", {5}}}},
        {"Enrolment",
         {record(1, design(R"("enrollmentInfo":{"count":500})")),
          record(2, design(R"("enrollmentInfo":{"count":499})")),
          record(3, design(R"("enrollmentInfo":{"count":99999999})")),
          record(4, design(R"("studyType":"OBSERVATIONAL")"))},
         {{"AREA[EnrollmentCount]RANGE[500,MAX]", {1, 3}},
          {"AREA[EnrollmentCount]500", {1}},
          {"AREA[EnrollmentCount]RANGE[MIN, MAX]", {1, 2, 3}}}},
        {"One location is both",
         {record(1, locations(R"({"city":"Boston","status":"RECRUITING"})")),
          record(2, locations(R"({"city":"Boston","status":"COMPLETED"},{"city":"Paris","status":"RECRUITING"})")),
          record(3, status(R"("overallStatus":"RECRUITING")")), record(4, locations(R"({"city":"Boston"})"))},
         {{"SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING)", {1}},
          {"AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING", {1, 2}},
          // Inside, NOT is about this location, outside about the study.
          {"SEARCH[Location](NOT AREA[LocationCity]Boston)", {2}},
          {"NOT SEARCH[Location](AREA[LocationCity]Boston)", {3}},
          {"SEARCH[Location](AREA[LocationStatus]MISSING)", {4}},
          {"SEARCH[Location]ALL", {1, 2, 4}},
          // A leaf without location pieces is asked of the whole study.
          {"SEARCH[Location](AREA[NCTId]NCT00000002 AND AREA[LocationCity]Paris)", {2}}}},
        {"Distance",
         {record(1, locations(R"({"geoPoint":{"lat":42.37,"lon":-71.11}})")),
          record(2, locations(R"({"geoPoint":{"lat":48.85,"lon":2.35}},{"geoPoint":{"lat":42.7,"lon":-71.1}})")),
          record(3, locations(R"({"geoPoint":{"lat":40.71,"lon":-74.01}})")),
          record(4, locations(R"({"city":"Boston"})"))},
         {{"AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50mi]", {1, 2}},
          {"AREA[LocationGeoPoint]DISTANCE[42.36, -71.06, 50000]", {1, 2}},
          {"AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,10km]", {1}},
          {"AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50]", {}},
          {"AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,805km]", {1, 2, 3}}}},
        {"All and ids",
         {record(1, eligibility(R"("sex":"ALL")")), record(2, eligibility(R"("sex":"FEMALE")"))},
         {{"ALL", {1, 2}},
          {"AREA[Sex]ALL", {1, 2}},
          {R"(AREA[Sex]"ALL")", {1}},
          {"AREA[NCTId]NCT00000001 OR AREA[NCTId]NCT00000007", {1}}}},
        {"Operators and words",
         {record(1, conditions(R"("Diabetes or Metformin")")), record(2, conditions(R"("Diabetes")")),
          record(3, conditions(R"("Metformin","Diabetes")"))},
         {{"diabetes OR metformin", {1, 2, 3}},
          {"diabetes or metformin", {1}} /* one relaxed term, within one value */,
          {"Metformin, Diabetes", {1, 3}},
          {"Metformin, Diabetes OR ALL", {1, 2, 3}},
          {R"(AREA[Condition]metformin "diabetes")", {1, 3}}}},
        {"Full match",
         {record(1, sponsor("X Inc")), record(2, sponsor("X Inc.")), record(3, sponsor("X Inc Europe")),
          record(4, sponsor("The X Inc"))},
         {{R"(AREA[LeadSponsorName]COVERAGE[FullMatch]"X Inc")", {1, 2}},
          {"AREA[LeadSponsorName]COVER[FullMatch]x inc", {1, 2}},
          {R"(AREA[LeadSponsorName]COVERAGE[StartsWith]"X Inc")", {1, 2, 3}},
          {R"(AREA[LeadSponsorName]COVERAGE[EndsWith]"X Inc")", {1, 2, 4}},
          {R"(COVERAGE[FullMatch]AREA[LeadSponsorName]"the X Inc")", {4}},
          {R"(AREA[LeadSponsorName]"X Inc")", {1, 2, 3, 4}}}},
    };
}

std::vector<Story> meaning_stories() {
    return {
        {"Melanoma in the exclusion criteria is no condition",
         {record(1, R"("eligibilityModule":{"eligibilityCriteria":"Exclusion: melanoma"})"),
          record(2, conditions(R"("Melanoma")"))},
         {{"melanoma", {2}, "ConditionSearch"}, {"melanoma", {2}}, {"AREA[EligibilityCriteria]melanoma", {1}}}},
        {"A phrase stays in one list element",
         {record(1, conditions(R"("Breast","Cancer")")), record(2, conditions(R"("Breast Cancer")")),
          record(3, conditions(R"("Cancer of the Breast")"))},
         {{R"("breast cancer")", {2}, "ConditionSearch"},
          {"breast cancer", {2, 3}, "ConditionSearch"},
          {R"("cancer in the breast")", {3}, "ConditionSearch"},
          {R"("the breast cancer")", {2}, "ConditionSearch"},
          {"of the", {}, "ConditionSearch"}}},
        {"Hyphens are split or joined",
         {record(1, conditions(R"("COVID-19")")), record(2, conditions(R"("covid19")")),
          record(3, conditions(R"("covid 19")")), record(4, conditions(R"("covid", "19")"))},
         {{"covid-19", {1, 2, 3}}, {R"("covid-19")", {1, 2, 3}}, {"covid19", {1, 2}}, {"covid 19", {1, 3}}}},
        {"Case accents plurals are folded",
         {record(1, conditions(R"("Sjögren's Syndrome")")), record(2, conditions(R"("Tumours")"))},
         {{"sjogren syndromes", {1}}, {"tumor", {2}}}},
        {"Levels",
         {record(1, conditions(R"("Rare lung disease of childhood")")), record(2, conditions(R"("Lung","Disease")")),
          record(3, conditions(R"("lung disease")"))},
         {{"EXPANSION[Lossy]rare lung disease childhood", {1, 3}},
          {"EXPANSION[Lossy]rare lung disease", {1, 3}},
          {"EXPANSION[Lossy]rare lung", {1, 2, 3}},
          {"disease lung", {1, 3}},
          {"EXPANSION[Term]disease lung", {}},
          {"EXPANSION[Term]lung diseases", {1, 3}},
          {"EXPANSION[None]lung disease", {1, 3}},
          {"EXPANSION[None]Lung Disease", {}},
          {"EXPANSION[None]disease of childhood", {1}},
          {"EXPANSION[None]disease in childhood", {}},
          {"EXPANSION[Term]disease in childhood", {1}}, // any word at a function word's place
          {R"(EXPANSION[Lossy]"rare disease")", {}} /* quoted: Concept */}},
        {"Records without browse leaves",
         {record(
             1, conditions(R"("Asthma")"),
             R"("derivedSection":{"conditionBrowseModule":{"meshes":[{"id":"D001249","term":"Asthma"}]}},"hasResults":false)")},
         {{"AREA[ConditionMeshTerm]asthma AND AREA[ConditionBrowseLeafName]MISSING", {1}},
          {"AREA[ConditionBrowseLeafName]asthma", {}},
          {"AREA[HasResults]FALSE", {1}}}},
        {"Sizes of lists within lists",
         {record(1, R"("armsInterventionsModule":{"interventions":[{"otherNames":["a"]},{"otherNames":["a","b"]}]})")},
         {{"AREA[InterventionOtherName:size]2", {1}},
          {"AREA[InterventionOtherName:size]1", {1}},
          {"AREA[InterventionOtherName:size]3", {}},
          {"AREA[Intervention:size]RANGE[2,MAX]", {1}},
          {"AREA[Phase:size]0", {}} /* a list that is not there has no size */}},
        {"Missing of an area",
         {record(1, conditions(R"("Asthma")")), record(2, R"("descriptionModule":{"briefSummary":"asthma"})")},
         {{"AREA[TitleSearch]MISSING", {1, 2}},
          {"AREA[ObsoleteConditionSearch]MISSING", {2}},
          {"AREA[ConditionsModule]MISSING", {2}},
          {"MISSING", {}} /* BasicSearch holds the number */}},

        {"Codes by any wording",
         {record(1, status(R"("overallStatus":"ACTIVE_NOT_RECRUITING")")),
          record(2, status(R"("overallStatus":"RECRUITING")")),
          record(3, status(R"("overallStatus":"NOT_YET_RECRUITING")"))},
         {{"AREA[OverallStatus]ACTIVE_NOT_RECRUITING", {1}},
          {"AREA[OverallStatus]active-not-recruiting", {1}},
          {"AREA[OverallStatus]active not recruiting", {1}},
          {R"(AREA[OverallStatus]"Active, not recruiting")", {1}},
          {"AREA[OverallStatus]Recruiting", {2}},
          {"AREA[OverallStatus](recruiting OR Not-Yet/Recruiting)", {2, 3}}}},
    };
}

} // namespace

const std::vector<Story>& stories() {
    static const std::vector<Story> all = [] {
        std::vector<Story> list = contract_stories();
        for (Story& story : meaning_stories()) list.push_back(std::move(story));
        return list;
    }();
    return all;
}

const std::vector<std::string>& refused_expressions() {
    static const std::vector<std::string> all = {"",
                                                 "  ",
                                                 "(diabetes AND",
                                                 "()",
                                                 "diabetes)",
                                                 "a AND",
                                                 "OR b",
                                                 "a OR",
                                                 "NOT",
                                                 "AND",
                                                 "AREA[X]b",
                                                 "AREA[Phase]",
                                                 "AREA[Phase]PHASE5",
                                                 "AREA[Phase](PHASE1 OR cancer)",
                                                 "AREA[OverallStatus]not recruiting",
                                                 "AREA[HealthyVolunteers]yes",
                                                 "AREA[StartDate]soon",
                                                 "AREA[StartDate]RANGE[2020-13,MAX]",
                                                 "AREA[StartDate]RANGE[2020-02-30,MAX]",
                                                 "AREA[StartDate]RANGE[2020]",
                                                 "AREA[BriefTitle]RANGE[a,b]",
                                                 "AREA[ConditionSearch]RANGE[1,2]",
                                                 "AREA[BriefTitle:size]2",
                                                 "AREA[BriefTitle]DISTANCE[1,1,1km]",
                                                 "AREA[LocationGeoPoint]DISTANCE[91,0,10km]",
                                                 "AREA[LocationGeoPoint]DISTANCE[-90.5,0,10km]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,181,10km]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0,0]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0,-5km]",
                                                 "AREA[LocationGeoPoint]DISTANCE[nan,0,10km]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0,nan]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0,inf]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0,501mi]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0,806km]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0]",
                                                 "AREA[LocationGeoPoint]DISTANCE[0,0,10,10]",
                                                 "AREA[LocationGeoPoint]Boston",
                                                 "AREA[ArmGroup]placebo",
                                                 "COVERAGE[FullMatc]a",
                                                 "EXPANSION[All]a",
                                                 "SEARCH[Place]a",
                                                 "TILT[Nothing]a",
                                                 "a [b]",
                                                 "a]",
                                                 "\"a",
                                                 "a\" b",
                                                 "area[Phase]PHASE1",
                                                 "AREA [Phase]PHASE1",
                                                 "(a",
                                                 "(a AND (b)",
                                                 "a OR OR b",
                                                 "NOT AND a"};
    return all;
}

const std::vector<std::string>& odd_expressions() {
    static const std::vector<std::string> all = {"NOT a",
                                                 "NOT NOT a",
                                                 "a NOT b",
                                                 "AREA[LocationCity] Boston",
                                                 "((a))",
                                                 "a (b) \"c\"",
                                                 "\\AND",
                                                 "\\MISSING a",
                                                 "\"a \\\" b\"",
                                                 "AREA[Condition]NOT a",
                                                 "TILT[StartDate]a",
                                                 "MISSING",
                                                 "AREA[Location]MISSING",
                                                 "a and b",
                                                 "AREA[StartDate]RANGE[ 01/31/2020 , MAX ]",
                                                 "AREA[Sex]ALL"};
    return all;
}

} // namespace trialdex::oracle
