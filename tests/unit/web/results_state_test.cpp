#include "support/fake_reader.h"
#include "support/site_client.h"
#include "web/pages/study/results_state.h"

#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

struct Case {
    const char* name;
    std::string design; // members of designModule
    std::string status; // members of statusModule
    std::string rest;   // further members of the record
    ResultsState state;
    const char* title; // of the notice
};

std::string record(const Case& c) {
    return R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},"statusModule":{)" + c.status +
           R"(},"designModule":{)" + c.design + "}}" + c.rest + "}";
}

const Case kCases[] = {
    {"posted", "", "", R"(,"resultsSection":{"moreInfoModule":{}},"hasResults":true)", ResultsState::Posted,
     "Results are posted"},
    {"posted by flag", "", "", R"(,"hasResults":true)", ResultsState::Posted, "Results are posted"},
    {"none", "", "", R"(,"hasResults":false)", ResultsState::NonePosted, "No results posted"},
    {"expanded access", R"("studyType":"EXPANDED_ACCESS")", "", "", ResultsState::NotApplicable,
     "Results: not applicable"},
    {"annotated", "", "",
     R"(,"annotationSection":{"annotationModule":{"unpostedAnnotation":{"unpostedEvents":[{"type":"RELEASE","date":"2024-05-01"}]}}})",
     ResultsState::Submitted, "Results submitted, not posted"},
    {"tracked", "", "",
     R"(,"derivedSection":{"miscInfoModule":{"submissionTracking":{"submissionInfos":[{"releaseDate":"2024-05-01"}]}}})",
     ResultsState::Submitted, "Results submitted, not posted"},
    {"submitted though waived", "", R"("resultsWaived":true,"resultsFirstSubmitDate":"2024-05-01")", "",
     ResultsState::Submitted, "Results submitted, not posted"},
    {"waived", "", R"("resultsWaived":true,"dispFirstSubmitDate":"2020-01-01")", "", ResultsState::Waived,
     "Results requirement waived"},
    {"not waived", "", R"("resultsWaived":false)", "", ResultsState::NonePosted, "No results posted"},
    {"certificate", "", R"("dispFirstSubmitDate":"2020-01-01")", "", ResultsState::Delayed, "Results delayed"},
    {"held back", "", R"("delayedPosting":true)", "", ResultsState::NonePosted, "No results posted"},
};

TEST(ResultsState, IsReadFromTheRecordAlone) {
    for (const Case& c : kCases) {
        const auto document = study::Document::parse(record(c));
        ASSERT_TRUE(document.has_value()) << c.name;
        EXPECT_EQ(results_state(document->root()), c.state) << c.name;
    }
}

TEST(ResultsState, TheNoticeSaysItOnceAndPromisesNothing) {
    for (const Case& c : kCases) {
        support::FakeReader store;
        store.add(record(c));
        const Site site(store, {[] { return store::Milliseconds{1'750'000'000'000}; }});
        const std::string body = support::get(site, "/study/NCT00000001").body;
        const std::size_t at = body.find("id=\"results-notice\">" + std::string(c.title) + "</h2>");
        EXPECT_NE(at, std::string::npos) << c.name;
        const std::string notice = body.substr(at, body.find("</section>", at) - at);
        for (const char* promise : {"soon", "pending", "will be", "check back", "failed to"}) {
            EXPECT_EQ(notice.find(promise), std::string::npos) << c.name << ": " << promise;
        }
    }
}

TEST(ResultsState, TheStepsOfUnpostedResultsAreListed) {
    support::FakeReader store;
    store.add(record(kCases[4]));
    const Site site(store, {[] { return store::Milliseconds{1'750'000'000'000}; }});
    EXPECT_NE(support::visible_text(support::get(site, "/study/NCT00000001").body).find("1 May 2024"),
              std::string::npos);
}

} // namespace
} // namespace trialdex::web
