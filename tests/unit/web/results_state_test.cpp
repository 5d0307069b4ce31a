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

std::string notice_of(const std::string& status, const std::string& rest) {
    support::FakeReader store;
    store.add(record({"", "", status, rest, ResultsState::NonePosted, ""}));
    const Site site(store, {[] { return store::Milliseconds{1'750'000'000'000}; }});
    const std::string body = support::get(site, "/study/NCT00000001").body;
    const std::size_t at = body.find("id=\"results-notice\">");
    return support::visible_text("<" + body.substr(at, body.find("</section>", at) - at));
}

std::string with_steps(const std::string& events) {
    return R"(,"annotationSection":{"annotationModule":{"unpostedAnnotation":{"unpostedEvents":[)" + events + "]}}}";
}

std::string with_tracking(const std::string& submission) {
    return R"(,"derivedSection":{"miscInfoModule":{"submissionTracking":{"submissionInfos":[{"releaseDate":"2001-01-01"},{)" +
           submission + "}]}}}";
}

TEST(ResultsState, TheNoticeFollowsTheLastStep) {
    const std::string release = R"({"type":"RELEASE","date":"2024-05-01"},)";
    const std::pair<std::string, std::string> cases[] = {
        {with_steps(R"({"type":"RELEASE","date":"2024-05-01"})"),
         "are with the registry’s reviewers since 1 May 2024 ."},
        {with_steps(R"({"type":"RELEASE"})"), "are with the registry’s reviewers (since when is not recorded)."},
        {with_steps(release + R"({"type":"RESET","date":"2024-06-02"})"),
         "returned them to the sponsor on 2 June 2024 ; the next move is the sponsor’s."},
        {with_steps(release + R"({"type":"UNRELEASE","date":"2024-06-02"})"),
         "The sponsor took them back on 2 June 2024 ."},
        {with_steps(release + R"({"type":"UNRELEASE","dateUnknown":true})"),
         "The sponsor took them back (day not recorded)."},
        {with_tracking(R"("releaseDate":"2024-05-01")"), "are with the registry’s reviewers since 1 May 2024 ."},
        {with_tracking(R"("releaseDate":"2024-05-01","resetDate":"2024-06-02")"), "the next move is the sponsor’s."},
        {with_tracking(R"("releaseDate":"2024-05-01","unreleaseDateUnknown":true)"),
         "took them back (day not recorded)."},
    };
    for (const auto& [rest, sentence] : cases) {
        const std::string text = notice_of("", rest);
        EXPECT_NE(text.find(sentence), std::string::npos) << text;
        const bool names_reviewers = sentence.find("are with") != std::string::npos;
        EXPECT_EQ(text.find("They are with the registry’s reviewers") != std::string::npos, names_reviewers) << text;
    }
}

TEST(ResultsState, AStepWithoutADaySaysSoInItsPlace) {
    const std::string text = notice_of("", with_steps(R"({"type":"UNRELEASE","dateUnknown":true})"));
    EXPECT_NE(text.find("1 step so far day not recorded"), std::string::npos) << text;
    EXPECT_EQ(text.find("Date not recorded"), std::string::npos) << text;
}

TEST(ResultsState, TheCertificateIsNamedWithItsDays) {
    const std::string text =
        notice_of(R"("dispFirstSubmitDate":"2010-09-10","dispFirstPostDateStruct":{"date":"2010-09-14"})", "");
    EXPECT_NE(text.find("certificate"), std::string::npos) << text;
    EXPECT_NE(text.find("first sent on 10 September 2010 , and posted on 14 September 2010 ."), std::string::npos)
        << text;
    const std::string posted = notice_of(R"("dispFirstPostDateStruct":{"date":"2010-09-14"})", "");
    EXPECT_NE(posted.find("first posted on 14 September 2010 ."), std::string::npos) << posted;
}

} // namespace
} // namespace trialdex::web
