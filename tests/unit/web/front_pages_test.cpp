// Home, the module tree and errors.
#include "support/fake_reader.h"
#include "support/site_client.h"
#include "support/whole_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex {
namespace {

using support::get;
using support::visible_text;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class FrontPages : public testing::Test {
protected:
    std::string text(const std::string& target) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, 200) << target;
        return visible_text(response.body);
    }
    support::FakeReader store;
    web::Site site{store, {[] { return store::Milliseconds{1'766'620'000'000}; }}};
};

constexpr std::string_view kStudy =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000007","briefTitle":"A study of walking"},)"
    R"("statusModule":{"overallStatus":"RECRUITING","lastUpdatePostDateStruct":{"date":"2025-04-08"}}},)"
    R"("derivedSection":{"miscInfoModule":{"versionHolder":"2025-12-24"}},"hasResults":false})";

TEST_F(FrontPages, AnEmptyRegistrySaysHowToFillIt) {
    const api::Response home = get(site, "/");
    EXPECT_EQ(home.status, 200);
    EXPECT_THAT(home.body, AllOf(HasSubstr("This registry is empty"), HasSubstr("trialdex import FILE…")));
    EXPECT_EQ(get(site, "/modules").status, 200);
}

TEST_F(FrontPages, HomeTellsWhatIsHeldAndWhatChangedLast) {
    store.add(std::string(kStudy));
    const std::string home = text("/");
    EXPECT_THAT(home, AllOf(HasSubstr("Studies 1"), HasSubstr("With results 0"), HasSubstr("24 December 2025"),
                            HasSubstr("A study of walking"), HasSubstr("NCT00000007"), HasSubstr("Recruiting"),
                            HasSubstr("updated 8 April 2025")));
    EXPECT_THAT(get(site, "/").body, AllOf(HasSubstr("href=\"/study/NCT00000007\""), HasSubstr("action=\"/study\"")));
}

TEST_F(FrontPages, TheTreeHasEveryStructureFieldAndCode) {
    store.add(support::whole_record("NCT00000007"));
    store.add(std::string(kStudy).replace(kStudy.find("00000007"), 8, "00000009"));
    const std::string body = get(site, "/modules").body;
    const std::string tree = visible_text(body);
    for (const schema::Node& node : schema::nodes()) {
        EXPECT_THAT(body, HasSubstr("id=\"" + std::string(node.piece) + "\""));
        EXPECT_THAT(tree, AllOf(HasSubstr(node.label), HasSubstr(node.explanation)));
    }
    for (const schema::EnumType& type : schema::enum_types()) {
        for (const schema::EnumValue& value : type.values) EXPECT_THAT(tree, HasSubstr(value.explanation));
    }
    EXPECT_THAT(tree, AllOf(HasSubstr("protocolSection/armsInterventionsModule/armGroups in 1 of 2 studies"),
                            HasSubstr("protocolSection/statusModule in 2 of 2 studies")));
    EXPECT_THAT(body, HasSubstr("/study/NCT00000007/resultsSection/adverseEventsModule\""));
}

TEST_F(FrontPages, ErrorsArePagesWithAWayOn) {
    struct Case {
        std::string target;
        int status;
        std::string says, leads;
    };
    for (const Case& c :
         {Case{"/study/NCT00000007", 404, "NCT00000007", "https://clinicaltrials.gov/study/NCT00000007"},
          Case{"/study/NCT123x", 400, "NCT123x", "href=\"/\""},
          Case{"/study?id=%3Cscript%3E", 400, "&lt;script&gt;", "href=\"/\""},
          Case{"/nonsense", 404, "No page here", "href=\"/modules\""}}) {
        const api::Response response = get(site, c.target);
        EXPECT_EQ(response.status, c.status) << c.target;
        EXPECT_THAT(response.body,
                    AllOf(HasSubstr(c.says), HasSubstr(c.leads), HasSubstr("<main"), Not(HasSubstr("<script"))))
            << c.target;
    }
}

} // namespace
} // namespace trialdex
