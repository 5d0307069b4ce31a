// The study page: nothing of a record is lost on it, nothing of a record can break it, and what is missing is said
// once.
#include "base/json_writer.h"
#include "study/partial_date.h"
#include "support/fake_reader.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "web/components/value.h"
#include "web/pages/study/page_sections.h"

#include <fstream>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using schema::ValueKind;

std::string page_of(const std::string& json, const std::string& query = "") {
    support::FakeReader store;
    const auto id = store.add(json);
    const Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    const api::Response response = support::get(site, "/study/" + id.text() + query);
    EXPECT_EQ(response.status, 200);
    return response.body;
}

std::string identification(const std::string& members) {
    return R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001")" + members + "}}}";
}

std::string protocol(const std::string& modules) {
    return R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},)" + modules + "}}";
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

// A record that holds every field, each with a value of its own, and in every structure a member that the schema lacks.
class EveryField {
public:
    std::string json() {
        writer_.begin_object();
        for (const schema::Node& root : schema::roots()) {
            if (root.path == "resultsSection" || root.is_leaf()) continue;
            member(root);
        }
        return writer_.end_object().take();
    }

    // What must be found on the page: text, and the field it belongs to.
    std::vector<std::pair<std::string, std::string>> expected;

private:
    void member(const schema::Node& node) {
        writer_.key(node.name);
        if (node.list) writer_.begin_array();
        if (node.is_leaf()) {
            leaf(node);
        } else {
            writer_.begin_object();
            for (const schema::Node& child : schema::children(node)) member(child);
            const std::string unknown = "newer" + std::to_string(node.id);
            writer_.member(unknown, unknown + "value");
            expected.emplace_back(unknown + "value", "an unknown member of " + std::string(node.path));
            writer_.end_object();
        }
        if (node.list) writer_.end_array();
    }

    void leaf(const schema::Node& node) {
        const std::string path(node.path);
        const int number = 1'000'000 + node.id;
        switch (node.value) {
        case ValueKind::Boolean: writer_.boolean(true); return;
        case ValueKind::Number:
        case ValueKind::Integer:
            writer_.integer(number);
            if (node.name != "size") expected.emplace_back(grouped(std::to_string(number)), path); // a file's, in MB
            return;
        case ValueKind::GeoPoint:
            writer_.raw(R"({"lat":12.5,"lon":7.25})");
            return expected.emplace_back("12.5° N", path), void();
        case ValueKind::Enum: {
            const std::string code(node.enum_type->values.back().value);
            writer_.string(code);
            // Roles of contacts and statuses of sites: the words stand with each, the code in a legend.
            return expected.emplace_back(code_label(*node.enum_type, code), path), void();
        }
        case ValueKind::Date:
        case ValueKind::PartialDate: return day(node);
        case ValueKind::DateTime:
            writer_.string("2001-02-03T04:05");
            return expected.emplace_back("3 February 2001, 04:05", path), void();
        default:
            if (node.piece == "NCTId") {
                writer_.string("NCT00000001");
                return;
            }
            writer_.string("value" + std::to_string(node.id) + "of");
            expected.emplace_back("value" + std::to_string(node.id) + "of", path);
        }
    }

    void day(const schema::Node& node) {
        study::PartialDate date;
        date.year = static_cast<std::int16_t>(1900 + node.id % 100);
        date.month = static_cast<std::uint8_t>(1 + node.id / 100);
        date.day = 9;
        writer_.string(date.iso());
        expected.emplace_back(date.words(), std::string(node.path));
    }

    JsonWriter writer_;
};

TEST(StudyPage, ShowsEveryFieldOfARecordAndWhatTheSchemaDoesNotKnow) {
    EveryField record;
    const std::string text = support::visible_text(page_of(record.json()));
    EXPECT_GT(record.expected.size(), 200U);
    for (const auto& [value, field] : record.expected) {
        EXPECT_NE(text.find(value), std::string::npos) << field << ": " << value;
    }
}

TEST(StudyPage, SectionsStandInTheOrderOfTheTableUnderTheirSentences) {
    EveryField record;
    const std::string body = page_of(record.json());
    std::size_t at = 0;
    for (const PageSection& section : page_sections()) {
        const std::size_t heading = body.find("<h2 id=\"" + std::string(section.id) + "\">");
        ASSERT_NE(heading, std::string::npos) << section.id;
        EXPECT_LT(at, heading) << section.id;
        at = heading;
        EXPECT_NE(body.find("href=\"#" + std::string(section.id) + "\""), std::string::npos) << section.id;
    }
    const std::string text = support::visible_text(body);
    for (const PageSection& section : page_sections()) {
        EXPECT_NE(text.find(section.sentence), std::string::npos) << section.id;
    }
}

TEST(StudyPage, EverySectionLeadsToItsModules) {
    EveryField record;
    const std::string body = page_of(record.json());
    for (const schema::Node& root : schema::roots()) {
        if (root.is_leaf() || root.path == "resultsSection") continue;
        for (const schema::Node& module : schema::children(root)) {
            const std::string href =
                "/study/NCT00000001/" + std::string(root.name) + "/" + std::string(module.name) + "\"";
            EXPECT_NE(body.find(href), std::string::npos) << module.path;
        }
    }
}

TEST(StudyPage, ARecordWithNothingButAnIdIsAPage) {
    const std::string body = page_of(identification(""));
    const std::string text = support::visible_text(body);
    EXPECT_NE(text.find("Study NCT00000001"), std::string::npos);
    EXPECT_NE(text.find("Status not in this record"), std::string::npos);
    EXPECT_EQ(count(text, "Not in this record:"), 1U);
    EXPECT_NE(text.find("brief summary"), std::string::npos);
}

TEST(StudyPage, WithheldStudiesSaySoAndAreSilentOtherwise) {
    const std::string text = support::visible_text(page_of(protocol(R"("statusModule":{"overallStatus":"WITHHELD"})")));
    EXPECT_NE(text.find("Withheld The registry keeps back most of this record."), std::string::npos) << text;
    EXPECT_EQ(count(text, "Not in this record:"), 1U);
}

TEST(StudyPage, WhatIsMissingIsSaidOnceASection) {
    const std::string body = page_of(protocol(
        R"("statusModule":{"overallStatus":"RECRUITING"},"descriptionModule":{"briefSummary":"x"},"designModule":{"studyType":"OBSERVATIONAL"},
           "eligibilityModule":{"sex":"ALL"},"conditionsModule":{"conditions":["y"]},"armsInterventionsModule":{"armGroups":[{"label":"a"}]},
           "sponsorCollaboratorsModule":{"leadSponsor":{"name":"z"}},"outcomesModule":{"primaryOutcomes":[{"measure":"m"}]},
           "contactsLocationsModule":{"locations":[{"city":"Bern"},{"city":"Basel"},{"city":"Genf"}]})"));
    for (std::size_t at = body.find("<section class=\"study-section\""); at != std::string::npos;) {
        const std::size_t next = body.find("<section class=\"study-section\"", at + 1);
        EXPECT_LE(count(body.substr(at, next - at), "Not in this record"), 1U);
        at = next;
    }
    const std::string text = support::visible_text(body);
    EXPECT_NE(text.find("Not in this record: eligibility criteria, healthy volunteers."), std::string::npos) << text;
    EXPECT_EQ(count(text, "Status of the sites: not in this record."), 1U);
    for (const char* blame : {"None", "null", "undefined", "N/A", "failed", "did not provide"}) {
        EXPECT_EQ(text.find(blame), std::string::npos) << blame;
    }
}

// Every ATTACK stands for a text that wants to be markup.
constexpr std::string_view kHostileRecord = R"json({"protocolSection":{
    "identificationModule":{"nctId":"NCT00000001","briefTitle":"ATTACK","officialTitle":"ATTACK","acronym":"ATTACK",
        "organization":{"fullName":"ATTACK"},
        "orgStudyIdInfo":{"id":"ATTACK","type":"ATTACK","link":"javascript:alert(1)"}},
    "statusModule":{"overallStatus":"ATTACK","whyStopped":"ATTACK","startDateStruct":{"date":"ATTACK","type":"ATTACK"}},
    "contactsLocationsModule":{"centralContacts":[{"name":"ATTACK","email":"a@b\"onclick=x","phone":"ATTACK"}],
        "locations":[{"facility":"ATTACK","country":"ATTACK","city":"ATTACK"}]},
    "armsInterventionsModule":{"armGroups":[{"label":"ATTACK","interventionNames":["ATTACK"]}],
        "interventions":[{"name":"ATTACK"}]},
    "referencesModule":{"references":[{"pmid":"1/../../x","citation":"ATTACK","type":"ATTACK"}],
        "seeAlsoLinks":[{"url":"javascript:alert(1)","label":"ATTACK"}]},
    "newModule":{"<b>key":"ATTACK"}},
    "documentSection":{"largeDocumentModule":{"largeDocs":[{"filename":"../\"x>.pdf","label":"ATTACK"}]}}})json";

TEST(StudyPage, HostileTextsStayText) {
    constexpr std::string_view kAttack = R"json(\"><script>alert(1)</script><img src=x onerror=y>' onmouseover='x)json";
    std::string json(kHostileRecord);
    for (std::size_t at = json.find("ATTACK"); at != std::string::npos; at = json.find("ATTACK", at)) {
        json.replace(at, 6, kAttack);
    }
    const std::string body = page_of(json);
    for (const char* escaped : {"<script", "<img", "<b>", "' onmouseover='", "href=\"javascript", "\"onclick"}) {
        EXPECT_EQ(body.find(escaped), std::string::npos) << escaped;
    }
    EXPECT_EQ(body.find("pubmed.ncbi.nlm.nih.gov/1/"), std::string::npos);
    EXPECT_NE(body.find("large-docs/01/NCT00000001/../%22x%3E.pdf"), std::string::npos);
}

TEST(StudyPage, GroupsHoldTheirInterventions) {
    const std::string body = page_of(protocol(
        R"("armsInterventionsModule":{"armGroups":[{"label":"Prospective","type":"EXPERIMENTAL","interventionNames":["Drug: Ketamine"]},{"label":"Retrospective"}],
           "interventions":[{"type":"DRUG","name":"Ketamine","description":"1.5 mg/kg","armGroupLabels":["Retrospective"],"otherNames":["Ketalar"]}]})"));
    const std::size_t groups = body.find("<h2 id=\"groups\">");
    const std::size_t interventions = body.find("<h2 id=\"interventions\">");
    const std::string in_groups = body.substr(groups, interventions - groups);
    EXPECT_EQ(count(in_groups, "1.5 mg/kg"), 2U);
    EXPECT_EQ(count(in_groups, "<details open=\"\">"), 2U);
    const std::string one_by_one = support::visible_text(body.substr(interventions));
    EXPECT_NE(one_by_one.find("Ketalar"), std::string::npos);
    EXPECT_NE(one_by_one.find("Retrospective"), std::string::npos);
}

std::string study_of_sites(int sites) {
    std::string locations;
    for (int i = 0; i < sites; ++i) {
        locations += (i ? "," : "") + std::string(R"({"facility":"Site )") + std::to_string(i) +
                     R"(","status":"RECRUITING","country":")" + (i % 2 ? "Chile" : "Japan") + "\"}";
    }
    return R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},"contactsLocationsModule":{"locations":[)" +
           locations + R"(]}},"derivedSection":{"miscInfoModule":{"removedCountries":["Peru"]}}})";
}

TEST(StudyPage, SeveralSitesAreClosedByCountryAndRemovedCountriesMarked) {
    const std::string body = page_of(study_of_sites(40));
    EXPECT_EQ(count(body, "<details class=\"country\">"), 2U);
    const std::string text = support::visible_text(body);
    EXPECT_NE(text.find("40 sites, 40 recruiting"), std::string::npos);
    EXPECT_NE(text.find("Japan 20 sites, 20 recruiting"), std::string::npos);
    EXPECT_NE(text.find("Peru removed"), std::string::npos);
    EXPECT_EQ(count(text, "Site 39"), 1U);
}

TEST(StudyPage, VeryManySitesHaveAPageOfTheirOwn) {
    const std::string body = page_of(study_of_sites(1'154));
    EXPECT_LT(body.size(), 20'000U);
    const std::string text = support::visible_text(body);
    EXPECT_NE(text.find("1,154 sites"), std::string::npos);
    EXPECT_NE(text.find("Japan 577 sites, 577 recruiting"), std::string::npos);
    EXPECT_NE(text.find("Peru removed"), std::string::npos);
    EXPECT_NE(body.find("href=\"/study/NCT00000001/sites?country=Chile\""), std::string::npos);
    EXPECT_EQ(text.find("Site 1153"), std::string::npos);
}

TEST(StudyPage, AMatrixShowsWhichGroupHasWhat) {
    const auto arms = [](const std::string& names) {
        return page_of(protocol(
            R"("armsInterventionsModule":{"armGroups":[{"label":"Both","interventionNames":["Drug: A","Drug: B"]},{"label":"One","interventionNames":[")" +
            names + R"("]}],"interventions":[{"type":"DRUG","name":"A"},{"type":"DRUG","name":"B"}]})"));
    };
    const std::string text = support::visible_text(arms("Drug: B"));
    EXPECT_NE(text.find("Group A B Both ● yes ● yes One – no ● yes"), std::string::npos);
    // A name that no intervention has would make "no" a guess.
    EXPECT_EQ(arms("Drug: C").find("arm-matrix"), std::string::npos);
}

TEST(StudyPage, ThereIsNoMatrixOfInterventionsOfOneName) {
    const std::string body = page_of(protocol(
        R"("armsInterventionsModule":{"armGroups":[{"label":"5 mg","interventionNames":["Drug: A"]},{"label":"10 mg","interventionNames":["Drug: A"]}],
           "interventions":[{"type":"DRUG","name":"A","armGroupLabels":["5 mg"]},{"type":"DRUG","name":"A","armGroupLabels":["10 mg"]}]})"));
    EXPECT_EQ(body.find("arm-matrix"), std::string::npos);
}

TEST(StudyPage, AnEnrolmentThatIsNotKnownIsNoNumberOfParticipants) {
    const std::string text = support::visible_text(
        page_of(protocol(R"("designModule":{"enrollmentInfo":{"count":99999999,"type":"ACTUAL"}})")));
    EXPECT_NE(text.find("Not known (recorded as 99,999,999)"), std::string::npos);
    EXPECT_EQ(text.find("99,999,999 participants"), std::string::npos);
}

TEST(StudyPage, SaysWhatChangedLast) {
    support::FakeReader store;
    store.add(protocol(R"("statusModule":{"overallStatus":"RECRUITING"},"conditionsModule":{"conditions":["Gout"]})"));
    const auto id = store.add(protocol(
        R"("statusModule":{"overallStatus":"COMPLETED","lastUpdatePostDateStruct":{"date":"2025-03-04"}},"conditionsModule":{"conditions":["Gout"]})"));
    const Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    const std::string text = support::visible_text(support::get(site, "/study/" + id.text()).body);
    EXPECT_NE(text.find("Last change Update posted 4 March 2025 , in Status and dates"), std::string::npos);
}

TEST(StudyPage, PapersLeadToPubMedAndRetractionsStandOut) {
    const std::string body = page_of(protocol(
        R"("referencesModule":{"references":[{"pmid":"111","type":"BACKGROUND","citation":"Old paper."},
           {"pmid":"222","type":"RESULT","citation":"Main paper.","retractions":[{"pmid":"333","source":"J Med. 2020"}]}]})"));
    EXPECT_LT(body.find("Main paper."), body.find("Old paper."));
    EXPECT_NE(body.find("https://pubmed.ncbi.nlm.nih.gov/222/"), std::string::npos);
    EXPECT_NE(support::visible_text(body).find("Retracted: J Med. 2020 PubMed 333"), std::string::npos);
}

TEST(StudyPage, ViolationsStandAboveEverythingElse) {
    const std::string body = page_of(
        R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"annotationSection":{"annotationModule":{"violationAnnotation":
           {"violationEvents":[{"type":"VIOLATION_IDENTIFIED","description":"No results sent.","issuedDate":"2021-04-27"}]}}}})");
    const std::size_t notice = body.find("violation-notice");
    EXPECT_LT(notice, body.find("results-notice"));
    EXPECT_NE(body.find("27 April 2021", notice), std::string::npos);
}

TEST(StudyPage, StoppedStudiesSayWhyAtAGlance) {
    const std::string body =
        page_of(protocol(R"("statusModule":{"overallStatus":"TERMINATED","whyStopped":"Slow \\& costly"})"));
    const std::size_t glance = body.find("id=\"at-a-glance\"");
    EXPECT_NE(body.find("Slow &amp; costly", glance), std::string::npos);
    EXPECT_LT(body.find("Slow &amp; costly", glance), body.find("<section", glance));
}

TEST(StudyPage, AStudyThatStoppedWithoutAReasonSaysSo) {
    const auto shown = [](const std::string& status) {
        return support::visible_text(page_of(protocol(R"("statusModule":{"overallStatus":")" + status + R"("})")));
    };
    EXPECT_NE(shown("TERMINATED").find("why it stopped"), std::string::npos);
    EXPECT_EQ(shown("COMPLETED").find("why it stopped"), std::string::npos);
}

TEST(StudyPage, ResultsAreOutlinedWithTotalsAndWaysOn) {
    const std::string body = page_of(
        R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"hasResults":true,"resultsSection":{
           "participantFlowModule":{"groups":[{"id":"FG000"},{"id":"FG001"}],"periods":[{"title":"Overall","milestones":[
             {"type":"STARTED","achievements":[{"groupId":"FG000","numSubjects":"1,000"},{"groupId":"FG001","numSubjects":"234"}]},
             {"type":"COMPLETED","achievements":[{"groupId":"FG000","numSubjects":"900"},{"groupId":"FG001","numSubjects":"NA"}]}]}]},
           "outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"Pain","timeFrame":"12 weeks"}]},
           "adverseEventsModule":{"eventGroups":[{"title":"Drug","deathsNumAffected":0,"deathsNumAtRisk":1234,"seriousNumAffected":5}]},
           "moreInfoModule":{"limitationsAndCaveats":{"description":"Few took part."}}}})");
    const std::size_t results = body.find("<h2 id=\"results\">");
    const std::string section = body.substr(results, body.find("</section>", results) - results);
    const std::string text = support::visible_text(section);
    EXPECT_NE(text.find("Overall 1,234 no total no total"), std::string::npos) << text;
    EXPECT_NE(text.find("Drug 0 of 1,234 5 no data"), std::string::npos) << text;
    EXPECT_LT(text.find("Few took part."), text.find("Participant flow"));
    EXPECT_NE(section.find("/study/NCT00000001/results/outcomes/1\""), std::string::npos);
    EXPECT_NE(section.find("/study/NCT00000001/results/flow\""), std::string::npos);
}

TEST(StudyPage, ExpandedAccessLacksNothingOfAStudysPlan) {
    const std::string body =
        page_of(protocol(R"("statusModule":{"overallStatus":"AVAILABLE"},"designModule":{"studyType":"EXPANDED_ACCESS"},
           "descriptionModule":{"briefSummary":"x"},"conditionsModule":{"conditions":["y"]})"));
    const std::string text = support::visible_text(body);
    EXPECT_EQ(count(text, "Not applicable to expanded access: number of participants"), 1U) << text;
    EXPECT_EQ(count(text, "Not applicable to expanded access:"), 1U);
    for (const char* unfit :
         {"judged by the primary outcomes", "Not in this record: primary outcomes", "Not in this record: arms"}) {
        EXPECT_EQ(text.find(unfit), std::string::npos) << unfit;
    }
    EXPECT_EQ(body.find("id=\"outcomes\""), std::string::npos);
    EXPECT_EQ(body.find("href=\"#outcomes\""), std::string::npos);
}

TEST(StudyPage, ExpandedAccessDoesNotSayOfItselfThatThereIsNone) {
    const std::string info = R"("statusModule":{"expandedAccessInfo":{"hasExpandedAccess":false}})";
    const std::string access = page_of(protocol(info + R"(,"designModule":{"studyType":"EXPANDED_ACCESS"})"));
    EXPECT_EQ(support::visible_text(access).find("Offered outside the trial No"), std::string::npos);
    const std::string trial = page_of(protocol(info + R"(,"designModule":{"studyType":"INTERVENTIONAL"})"));
    EXPECT_NE(support::visible_text(trial).find("Offered outside the trial"), std::string::npos);
}

TEST(StudyPage, AgesWithoutLimitsAreToldByTheirGroups) {
    const std::string text =
        support::visible_text(page_of(protocol(R"("eligibilityModule":{"stdAges":["CHILD","ADULT","OLDER_ADULT"]})")));
    EXPECT_NE(text.find("Ages Child, adult, older adult"), std::string::npos) << text;
}

TEST(StudyPage, FilesSayInWordsWhatTheyContain) {
    const std::string text = support::visible_text(page_of(
        R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},
            "documentSection":{"largeDocumentModule":{"largeDocs":[{"typeAbbrev":"Prot_SAP","hasProtocol":true,"hasSap":true,
              "hasIcf":false,"label":"Both plans","filename":"Prot_SAP_000.pdf","size":1234567}]}}})"));
    EXPECT_NE(
        text.find("Both plans Prot_SAP_000.pdf 1.2 MB Contains: study protocol, statistical analysis plan Prot_SAP"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("Contains consent form"), std::string::npos); // explained above the table
}

TEST(StudyPage, ACitedVersionSaysWhetherItIsTheNewestAndThatTheJsonIsNotIt) {
    support::FakeReader store;
    store.add(identification(R"(,"briefTitle":"First")"));
    store.add(identification(R"(,"briefTitle":"Second")"));
    const Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    const std::string old = support::visible_text(support::get(site, "/study/NCT00000001?version=1").body);
    EXPECT_NE(old.find("version 1 of 2"), std::string::npos);
    EXPECT_NE(old.find("Go to the newest version"), std::string::npos);
    EXPECT_NE(old.find("Raw JSON of the current version"), std::string::npos);
    EXPECT_NE(old.find("which knows the current version only"), std::string::npos);
    const std::string newest = support::visible_text(support::get(site, "/study/NCT00000001?version=2").body);
    EXPECT_EQ(newest.find("Go to the newest version"), std::string::npos);
    EXPECT_NE(newest.find("This is the newest;"), std::string::npos);
    const std::string own = support::visible_text(support::get(site, "/study/NCT00000001").body);
    EXPECT_EQ(own.find("current version"), std::string::npos);
}

TEST(StudyPage, ATimeFrameKeepsItsOwnFullStop) {
    for (const char* frame : {"Up to 40 weeks.", "Up to 40 weeks"}) {
        const std::string text = support::visible_text(page_of(
            R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"hasResults":true,"resultsSection":{
               "adverseEventsModule":{"timeFrame":")" +
            std::string(frame) + R"(","eventGroups":[{"title":"Drug"}]}}})"));
        EXPECT_NE(text.find("Watched: Up to 40 weeks."), std::string::npos) << text;
        EXPECT_EQ(text.find("weeks.."), std::string::npos);
    }
}

TEST(StudyPage, AgesCountriesAndIssuersReadAlikeEverywhere) {
    const std::string text = support::visible_text(page_of(
        R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001",
             "secondaryIdInfos":[{"id":"7","type":"OTHER_GRANT","domain":"Genentech"}]},
           "eligibilityModule":{"sex":"ALL","minimumAge":"21 Years","maximumAge":"85 Years","stdAges":["ADULT"]},
           "contactsLocationsModule":{"locations":[{"country":"Peru","status":"RECRUITING"},{"country":"Chile"}]}}})"));
    EXPECT_EQ(text.find("21 Years"), std::string::npos);
    EXPECT_EQ(count(text, "21 years"), 2U) << text;
    EXPECT_LT(text.rfind("Age groups"), text.rfind("All sexes")) << "ages stand together";
    EXPECT_NE(text.find("OTHER_GRANT Genentech"), std::string::npos) << text;
    EXPECT_NE(text.find("2 sites, 1 recruiting"), std::string::npos);
    EXPECT_NE(text.find("Chile, Peru"), std::string::npos) << text;
    EXPECT_LT(text.find("Chile 1 site"), text.find("Peru 1 site"));
}

TEST(StudyPage, ATitleOfSixHundredCharactersAndOneOfNothing) {
    const std::string long_title(600, 'x');
    EXPECT_NE(page_of(identification(R"(,"briefTitle":")" + long_title + "\"")).find(">" + long_title + "</h1>"),
              std::string::npos);
    EXPECT_NE(
        page_of(identification(R"(,"briefTitle":"","officialTitle":"The long name")")).find(">The long name</h1>"),
        std::string::npos);
}

// Every fact of the seed's page, related trials aside.
TEST(StudyPage, HoldsEveryFactOfTheSeedPage) {
    const auto file = support::shared_file("seeds/studies.ndjson");
    if (!file) GTEST_SKIP() << "no shared data beside the checkout";
    std::ifstream lines(*file);
    std::string record;
    std::getline(lines, record);
    const std::string text = support::visible_text(page_of(record));
    for (const char* fact : {"NCT06916403",
                             "Safety and Efficacy of Ketamine Intravenous Infusions in the Treatment of Fibromyalgia",
                             "Last updated 8 April 2025",
                             "No results posted",
                             "Active, not recruiting ACTIVE_NOT_RECRUITING",
                             "50 participants",
                             "Observational OBSERVATIONAL",
                             "30 November 2020",
                             "30 December 2025",
                             "Previous studies of intravenous ketamine",
                             "This study consists of two parts.",
                             "Fibromyalgia",
                             "Cohort COHORT",
                             "Other time frame OTHER",
                             "Prospective Study Group",
                             "A total of approximately 30 patients",
                             "Retrospective Study group",
                             "The patient's response to treatment will be assessed.",
                             "Intravenous Ketamine Infusions Drug DRUG",
                             "Ketamine will be slowly infused with the routine target dose 1.5-2 mg/kg over 3-4 hours.",
                             "Male or female >18 years of age",
                             "Diagnosis of dementia or other cognitive impairments",
                             "18 years",
                             "All sexes ALL",
                             "Wilderman Medical Clinic Lead sponsor",
                             "Other organisation OTHER",
                             "Sponsor SPONSOR",
                             "Igor Wilderman, MD , Wilderman Medical Clinic",
                             "Principal investigator PRINCIPAL_INVESTIGATOR",
                             "Wilderman Medical Clinic Thornhill, Ontario",
                             "Canada",
                             "WMC003",
                             "type not in this record",
                             "Sponsor’s own number",
                             "Status of the sites: not in this record",
                             "Only the study team can decide who may join."}) {
        EXPECT_NE(text.find(fact), std::string::npos) << fact;
    }
    EXPECT_EQ(text.find("\\>"), std::string::npos);
}

} // namespace
} // namespace trialdex::web
