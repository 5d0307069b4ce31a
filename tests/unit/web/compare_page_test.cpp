// /compare: which trials, in which order; what is said of those that cannot be shown; what differs, and what is absent.
#include "schema/schema.h"
#include "support/fake_reader.h"
#include "support/site_client.h"
#include "web/pages/compare/compared_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace trialdex {
namespace {

using support::attributes;
using support::get;
using support::visible_text;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kTrial =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Walks <i>daily</i>"},)"
    R"("statusModule":{"overallStatus":"RECRUITING","startDateStruct":{"date":"2024-03","type":"ACTUAL"}},)"
    R"("conditionsModule":{"conditions":["Asthma","Stroke"]},)"
    R"("designModule":{"studyType":"INTERVENTIONAL","phases":["NA"],"designInfo":{"allocation":"RANDOMIZED"},)"
    R"("enrollmentInfo":{"count":0,"type":"ACTUAL"}},)"
    R"("armsInterventionsModule":{"armGroups":[{"label":"Walkers","type":"EXPERIMENTAL","description":"Daily."}],)"
    R"("interventions":[{"type":"BEHAVIORAL","name":"Walks"},{"type":"DRUG","name":"Salbutamol"}]},)"
    R"("eligibilityModule":{"sex":"ALL","minimumAge":"18 Years","eligibilityCriteria":"Adults & <b>others</b>"},)"
    R"("contactsLocationsModule":{"locations":[{"country":"Norway"},{"country":"Chile"},{"country":"Norway"}]}}})";
constexpr std::string_view kOther =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000002","nctIdAliases":["NCT00000003"],)"
    R"("briefTitle":"Runs"},"statusModule":{"overallStatus":"COMPLETED","startDateStruct":{"date":"2024-03",)"
    R"("type":"ACTUAL"}},"conditionsModule":{"conditions":["asthma "]},)"
    R"("designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2"],"designInfo":{"allocation":"RANDOMIZED"}},)"
    R"("armsInterventionsModule":{"interventions":[{"type":"DRUG","name":"salbutamol"}]},)"
    R"("eligibilityModule":{"sex":"ALL"}}})";
constexpr std::string_view kCohort =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000004"},"designModule":{"studyType":"OBSERVATIONAL"}}})";

class ComparePage : public testing::Test {
protected:
    ComparePage() {
        for (const std::string_view record : {kTrial, kOther, kCohort}) store.add(std::string(record));
        for (int number = 11; number < 18; ++number) {
            store.add(R"({"protocolSection":{"identificationModule":{"nctId":"NCT000000)" + std::to_string(number) +
                      R"("}}})");
        }
    }
    std::string body(const std::string& target, int status = 200) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, status) << target << " → " << response.location;
        return response.body;
    }
    std::string led_to(const std::string& target) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, 303) << target;
        EXPECT_EQ(get(site, response.location).status == 303, false) << response.location << " leads on";
        return response.location;
    }

    support::FakeReader store;
    web::Site site{store, {[] { return store::Milliseconds{1'766'620'000'000}; }}, nullptr};
};

// The markup of one row, by the label that begins it.
std::string row_of(const std::string& page, const std::string& label) {
    const std::size_t at = page.find("<span class=\"term\">" + label + "</span>");
    if (at == std::string::npos) return {};
    const std::size_t start = page.rfind("<tr", at);
    return page.substr(start, page.find("</tr>", at) - start);
}

TEST_F(ComparePage, EveryWayOfNamingTrialsLeadsToOneAddress) {
    EXPECT_EQ(led_to("/compare?ids=NCT00000002&ids=nct1"), "/compare?ids=NCT00000002,NCT00000001");
    EXPECT_EQ(led_to("/compare?ids=NCT00000002&add=NCT+00000001,+4"),
              "/compare?ids=NCT00000002,NCT00000001,NCT00000004");
    EXPECT_EQ(led_to("/compare?ids=NCT00000001,NCT00000001&show=differences"),
              "/compare?ids=NCT00000001&show=differences");
    EXPECT_EQ(led_to("/compare?ids="), "/compare");
    EXPECT_EQ(led_to("/compare?ids=NCT00000001&utm=x"), "/compare?ids=NCT00000001");
    EXPECT_EQ(led_to("/compare?add=https://clinicaltrials.gov/study/NCT00000002"), "/compare?ids=NCT00000002");
}

TEST_F(ComparePage, AFormerNumberLeadsToThePresentOne) {
    EXPECT_EQ(led_to("/compare?ids=NCT00000003,NCT00000001"), "/compare?ids=NCT00000002,NCT00000001");
    EXPECT_EQ(led_to("/compare?ids=NCT00000002,NCT00000003"), "/compare?ids=NCT00000002");
}

TEST_F(ComparePage, TrialsStandInTheOrderOfTheAddressAndCanBeRemoved) {
    const std::string page = body("/compare?ids=NCT00000002,NCT00000001");
    EXPECT_LT(page.find("Runs</a>"), page.find("Walks &lt;i&gt;daily&lt;/i&gt;</a>"));
    EXPECT_THAT(attributes(page, "href"),
                AllOf(Contains("/compare?ids=NCT00000001"), Contains("/compare?ids=NCT00000002"),
                      Contains("/compare?ids=NCT00000002,NCT00000001&show=differences")));
    EXPECT_THAT(page, HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
}

TEST_F(ComparePage, RowsSayWhetherTheyDifferAndWhatIsShared) {
    const std::string page = body("/compare?ids=NCT00000001,NCT00000002");
    EXPECT_THAT(row_of(page, "Overall status"), AllOf(HasSubstr("row-differs"), HasSubstr(">differs<")));
    EXPECT_THAT(row_of(page, "Allocation"), AllOf(HasSubstr("row-same"), HasSubstr(">same<")));
    EXPECT_THAT(row_of(page, "Study start"), HasSubstr("row-same"));
    // Capitals and spaces make no difference between names.
    EXPECT_THAT(visible_text(row_of(page, "Conditions")),
                AllOf(HasSubstr("Asthma in both Stroke"), HasSubstr("asthma in both")));
    EXPECT_THAT(visible_text(row_of(page, "Interventions")),
                AllOf(HasSubstr("Salbutamol in both Drug"), HasSubstr("Walks Behavio")));
}

TEST_F(ComparePage, EqualRowsCanBeHidden) {
    const std::string page = body("/compare?ids=NCT00000001,NCT00000002&show=differences");
    EXPECT_EQ(row_of(page, "Allocation"), "");
    EXPECT_NE(row_of(page, "Overall status"), "");
    EXPECT_THAT(attributes(page, "href"), Contains("/compare?ids=NCT00000001,NCT00000002"));
    // Removing one keeps the choice.
    EXPECT_THAT(attributes(page, "href"), Contains("/compare?ids=NCT00000001&show=differences"));
}

TEST_F(ComparePage, AbsentNotApplicableAndZeroAreThreeThings) {
    const std::string page = body("/compare?ids=NCT00000001,NCT00000002,NCT00000004");
    EXPECT_THAT(visible_text(row_of(page, "Enrolment")),
                AllOf(HasSubstr("0 participants (actual)"), HasSubstr("not in this record")));
    const std::string phases = visible_text(row_of(page, "Phase"));
    EXPECT_THAT(phases, AllOf(HasSubstr("No phase"), HasSubstr("Phase 2"),
                              HasSubstr("not applicable to an observational study")));
    EXPECT_THAT(visible_text(page), HasSubstr("In none of these records: why it stopped"));
}

TEST_F(ComparePage, EveryValueLeadsToItsPlaceInTheRecord) {
    const std::string page = body("/compare?ids=NCT00000001");
    for (const std::string& href : attributes(page, "href")) {
        if (!href.starts_with("/study/")) continue;
        EXPECT_EQ(get(site, href.substr(0, href.find('#'))).status, 200) << href;
    }
    EXPECT_THAT(attributes(page, "href"),
                AllOf(Contains("/study/NCT00000001/protocolSection/armsInterventionsModule/interventions/1"),
                      Contains("/study/NCT00000001/protocolSection/designModule/enrollmentInfo"),
                      Contains("/study/NCT00000001/protocolSection/eligibilityModule")));
    EXPECT_THAT(page, AllOf(HasSubstr("3 sites</a> in 2 countries: Chile, Norway"), Not(HasSubstr("<b>others"))));
}

TEST_F(ComparePage, WhatCannotBeShownIsSaidWithWhatToDo) {
    const std::string page = body("/compare?ids=NCT00000001,NCT00000099,%3Cb%3Ex");
    EXPECT_THAT(visible_text(page),
                AllOf(HasSubstr("“<b>x” is no study number: NCT and eight digits, such as NCT00000002."),
                      HasSubstr("This registry holds no record of NCT00000099.")));
    EXPECT_THAT(attributes(page, "href"),
                AllOf(Contains("/compare?ids=NCT00000001,NCT00000099"), Contains("/compare?ids=NCT00000001,%3Cb%3Ex")));
    EXPECT_THAT(visible_text(body("/compare?ids=NCT00000099", 404)), HasSubstr("holds no record of NCT00000099"));
    EXPECT_THAT(visible_text(body("/compare?ids=hello", 400)), HasSubstr("“hello” is no study number"));
}

TEST_F(ComparePage, AtMostFiveFit) {
    const std::string page =
        body("/compare?ids=NCT00000011,NCT00000012,NCT00000013,NCT00000014,NCT00000015,NCT00000016");
    EXPECT_THAT(visible_text(page), AllOf(HasSubstr("At most 5 trials fit side by side, so NCT00000016 is not shown."),
                                          HasSubstr("Remove one to add another.")));
}

TEST_F(ComparePage, ALongListOfNonsenseStaysShort) {
    std::string target = "/compare?ids=";
    for (int i = 0; i < 4000; ++i) target += "no" + std::to_string(i) + std::string(60, 'x') + ",";
    EXPECT_LT(led_to(target).size(), 1500U);
}

TEST_F(ComparePage, WhateverIsAskedRedirectsEnd) {
    std::mt19937 random(11); // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): the same in every run
    const std::vector<std::string> pieces = {"NCT",    "nct",   "%20",   ",", "0",   "1", "00000002",          "x",
                                             "%C3%A9", "&ids=", "&add=", "-", "%25", "+", std::string(38, 'y')};
    for (int round = 0; round < 2000; ++round) {
        std::string target = "/compare?ids=";
        for (std::size_t parts = random() % 12; parts > 0; --parts) target += pieces[random() % pieces.size()];
        api::Response response = get(site, target);
        for (int steps = 0; steps < 4 && response.status == 303; ++steps) response = get(site, response.location);
        EXPECT_NE(response.status, 303) << target;
    }
}

TEST_F(ComparePage, WithoutTrialsItSaysHowToChoose) {
    EXPECT_THAT(visible_text(body("/compare")), AllOf(HasSubstr("Numbers of the trials"), HasSubstr("From a search")));
    EXPECT_THAT(visible_text(body("/compare?ids=NCT00000001")), HasSubstr("One trial so far"));
}

TEST(ComparedRows, HaveAPlaceInTheSchema) {
    for (const web::ComparedRow& row : web::compared_rows())
        EXPECT_NE(schema::find_path(row.path), nullptr) << row.path;
}

} // namespace
} // namespace trialdex
