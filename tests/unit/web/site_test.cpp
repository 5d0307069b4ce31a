// Addresses, headers and the shell: what holds for every page.
#include "support/fake_reader.h"
#include "support/site_client.h"
#include "web/assets.h"

#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

constexpr store::Milliseconds kNow = 1'750'000'000'000; // 15 June 2025

class SiteTest : public testing::Test {
protected:
    SiteTest() {
        store.add(record("NCT00000102", "2025-06-01", R"(,"nctIdAliases":["NCT00000999","NCT00000102"])"));
        store.add(record("NCT00000777", "2025-06-10", R"(,"nctIdAliases":["NCT00000102"])"));
    }

    static std::string record(const std::string& id, const std::string& holder, const std::string& more = "") {
        return R"({"protocolSection":{"identificationModule":{"nctId":")" + id + R"(","briefTitle":"Study )" + id +
               "\"" + more + R"(}},"derivedSection":{"miscInfoModule":{"versionHolder":")" + holder + R"("}}})";
    }

    api::Response get(const std::string& target) const { return support::get(site, target); }

    support::FakeReader store;
    Site site{store, {[] { return kNow; }}};
};

TEST_F(SiteTest, EveryStudyHasOneAddress) {
    EXPECT_EQ(get("/study/NCT00000102").status, 200);
    for (const char* other :
         {"/study/nct00000102", "/study/NCT102", "/study/Nct0000102", "/study/NCT00000102/", "/study/NCT00000102//",
          "/study/NCT000000000102", "/study/NCT00000999", "/study/nct999/"}) {
        const api::Response response = get(other);
        EXPECT_EQ(response.status, 301) << other;
        EXPECT_EQ(response.location, "/study/NCT00000102") << other;
    }
}

TEST_F(SiteTest, RedirectsKeepPathAndQueryAndLeadNowhereElse) {
    EXPECT_EQ(get("/study/nct102/protocolSection/?version=1").location, "/study/NCT00000102/protocolSection?version=1");
    EXPECT_EQ(get("/study/nct102//evil.example/x").location, "/study/NCT00000102/evil.example/x");
    EXPECT_EQ(get("/study/nct102/a%0d%0aSet-Cookie:x").location, "/study/NCT00000102/a%0D%0ASet-Cookie%3Ax");
    EXPECT_EQ(get("/modules/").location, "/modules");
}

TEST_F(SiteTest, ANumberThatIsAStudysOwnIsNoAlias) {
    // NCT00000777 calls NCT00000102 obsolete, but that record is here.
    EXPECT_EQ(get("/study/NCT00000102").status, 200);
}

TEST_F(SiteTest, ErrorsArePagesWithAWayOn) {
    struct Case {
        const char* target;
        int status;
    };
    for (const auto& [target, status] :
         {Case{"/study/NCT99999999", 404}, Case{"/nothing", 404}, Case{"/study/NCT00000102?version=2", 404},
          Case{"/study/NCT00000102?version=0", 404}, Case{"/study/NCT00000102?version=99999999999", 404},
          Case{"/study/NCT123x", 400}, Case{"/study/NCT", 400}, Case{"/study/%3Cscript%3E", 400},
          Case{"/study/NCT00000000", 400}, Case{"/study/NCT123456789", 400}, Case{"/study/NCT00000102?version=x", 400},
          Case{"/study/NCT00000102?version=-1", 400}, Case{"/study/NCT00000102?version=", 400}}) {
        const api::Response response = get(target);
        EXPECT_EQ(response.status, status) << target;
        EXPECT_NE(response.body.find("<h1>"), std::string::npos) << target;
        EXPECT_NE(response.body.find("href=\"/"), std::string::npos) << target;
        EXPECT_EQ(response.body.find("<script>"), std::string::npos) << target;
    }
    EXPECT_NE(get("/study/NCT99999999").body.find("https://clinicaltrials.gov/study/NCT99999999"), std::string::npos);
}

TEST_F(SiteTest, TheIdBoxLeadsToTheStudy) {
    EXPECT_EQ(get("/study?id=+nct102+").status, 303);
    EXPECT_EQ(get("/study?id=+nct102+").location, "/study/NCT00000102");
    for (const char* none : {"asthma", "NCT", "NCT123x", "0", "123456789", "NCT000000000", "12+34"}) {
        EXPECT_EQ(get(std::string("/study?id=") + none).status, 400) << none;
    }
}

TEST_F(SiteTest, TheIdBoxTakesWhatPeoplePaste) {
    for (const char* pasted :
         {"00000102", "102", "NCT+00000102", "nct-00000102", "NCT:+102", "NCT%E2%80%9100000102", "(NCT00000102)",
          "https%3A%2F%2Fclinicaltrials.gov%2Fstudy%2FNCT00000102%3Ftab%3Dhistory", "Function+study+NCT00000102"}) {
        EXPECT_EQ(get(std::string("/study?id=") + pasted).location, "/study/NCT00000102") << pasted;
    }
}

TEST_F(SiteTest, AnEmptyIdBoxIsToldWhatToWriteWithAStudyThatIsHere) {
    for (const char* target : {"/study", "/study?id=", "/study?id=++"}) {
        const api::Response response = get(target);
        EXPECT_EQ(response.status, 400) << target;
        EXPECT_NE(response.body.find("No study number was given"), std::string::npos) << target;
        EXPECT_NE(response.body.find("such as NCT00000102."), std::string::npos) << target;
    }
    EXPECT_NE(get("/").body.find("placeholder=\"NCT00000102\""), std::string::npos);
    const support::FakeReader nothing;
    const Site empty(nothing, {[] { return kNow; }});
    EXPECT_EQ(support::get(empty, "/study").body.find("such as"), std::string::npos);
}

TEST_F(SiteTest, ReservedWordsLeadToTheirPlaceOnTheStudyPage) {
    for (const auto& [word, place] :
         {std::pair("results", "results-notice"), {"results/flow", "results-notice"}, {"History", "about"}}) {
        const api::Response response = get(std::string("/study/NCT00000102/") + word + "?version=1");
        EXPECT_EQ(response.status, 302) << word;
        EXPECT_EQ(response.location, std::string("/study/NCT00000102?version=1#") + place);
        EXPECT_NE(get("/study/NCT00000102").body.find(std::string("id=\"") + place + "\""), std::string::npos) << word;
    }
    EXPECT_EQ(get("/study/NCT00000103/results").status, 404);
}

TEST_F(SiteTest, EveryAnswerIsGuarded) {
    for (const char* target : {"/", "/modules", "/study/NCT00000102", "/study/nct102", "/nothing"}) {
        const api::Response response = get(target);
        std::map<std::string, std::string> headers(response.headers.begin(), response.headers.end());
        EXPECT_NE(headers["Content-Security-Policy"].find("default-src 'none'"), std::string::npos) << target;
        EXPECT_EQ(headers["Content-Security-Policy"].find("unsafe"), std::string::npos) << target;
        EXPECT_EQ(headers["Referrer-Policy"], "no-referrer") << target;
        for (const char* inline_code : {"<style", "style=\"", "<script>", "onclick"}) {
            EXPECT_EQ(response.body.find(inline_code), std::string::npos) << target;
        }
    }
}

TEST_F(SiteTest, UnchangedPagesAreNotSentAgain) {
    const api::Response first = get("/study/NCT00000102");
    ASSERT_FALSE(first.etag.empty());
    api::Request again = support::request_for("/study/NCT00000102");
    again.if_none_match = "\"other\", " + first.etag;
    EXPECT_EQ(site.handle(again).status, 304);
    EXPECT_TRUE(site.handle(again).body.empty());
    again.if_none_match = "\"other\"";
    EXPECT_EQ(site.handle(again).status, 200);
}

TEST_F(SiteTest, AssetsAreFoundByTheHashOfTheirBytes) {
    const std::string url(asset_url("site.css"));
    const api::Response response = get(url);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "text/css; charset=utf-8");
    EXPECT_NE(response.headers.front().second.find("immutable"), std::string::npos);
    EXPECT_EQ(get("/assets/000000000000/site.css").status, 404);
    EXPECT_EQ(get("/assets/../site.css").status, 404);
    EXPECT_NE(get("/study/NCT00000102").body.find("href=\"" + url + "\""), std::string::npos);
}

TEST_F(SiteTest, SaysHowOldTheDataIs) {
    EXPECT_EQ(get("/study/NCT00000102").body.find("Old data."), std::string::npos);
    const Site later(store, {[] { return kNow + 20LL * 86'400'000; }}); // 5 July 2025: 34 and 25 days
    EXPECT_NE(support::get(later, "/study/NCT00000102").body.find("Old data."), std::string::npos);
    EXPECT_EQ(support::get(later, "/study/NCT00000777").body.find("Old data."), std::string::npos);
}

TEST_F(SiteTest, NamesSourceDateAndThatItIsNotTheOfficialRegistry) {
    const std::string text = support::visible_text(get("/study/NCT00000102").body);
    EXPECT_NE(text.find("U.S. National Library of Medicine. Data of 1 June 2025"), std::string::npos) << text;
    EXPECT_NE(text.find("This is not the official registry."), std::string::npos);
    EXPECT_NE(get("/study/NCT00000102").body.find("href=\"https://clinicaltrials.gov/study/NCT00000102\""),
              std::string::npos);
}

TEST_F(SiteTest, InventedStudiesAreMarkedOnEveryPage) {
    EXPECT_EQ(get("/modules").body.find("Invented studies."), std::string::npos);
    store.invented = true;
    for (const char* target : {"/", "/modules", "/study/NCT00000102", "/nothing"}) {
        EXPECT_NE(get(target).body.find("Invented studies."), std::string::npos) << target;
    }
}

TEST_F(SiteTest, AVersionCanBeCited) {
    store.add(record("NCT00000102", "2025-06-12", R"(,"acronym":"NEWER")"));
    EXPECT_NE(get("/study/NCT00000102").body.find("NEWER"), std::string::npos);
    const std::string old = get("/study/NCT00000102?version=1").body;
    EXPECT_EQ(old.find("NEWER"), std::string::npos);
    EXPECT_NE(support::visible_text(old).find("You see version 1 of 2"), std::string::npos);
    EXPECT_NE(old.find("href=\"/study/NCT00000102/protocolSection?version=1\""), std::string::npos);
    EXPECT_NE(old.find("<link rel=\"canonical\" href=\"/study/NCT00000102\">"), std::string::npos);
}

} // namespace
} // namespace trialdex::web
