// Related trials: the section of the study page, the page of its own with sliders and filters, and the page for a
// draft.
#include "related/facts.h"
#include "study/json.h"
#include "support/fake_finder.h"
#include "support/fake_reader.h"
#include "support/fake_searcher.h"
#include "support/site_client.h"
#include "web/pages/related/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex {
namespace {

using support::attributes;
using support::get;
using support::visible_text;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kAsked =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Walks"}}})";
constexpr std::string_view kLike =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000002","briefTitle":"Runs & <b>jumps</b>"},)"
    R"("statusModule":{"overallStatus":"RECRUITING","statusVerifiedDate":"2025-11"},)"
    R"("designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2"]}}})";

class RelatedPages : public testing::Test {
protected:
    RelatedPages() {
        store.add(std::string(kAsked));
        store.add(std::string(kLike));
        related::Related like;
        like.id = study::NctId(2);
        like.brief = related::brief_of(index::profile_of(study::Document::parse(std::string(kLike))->root()));
        like.score = 0.734;
        like.aspects = {0.9, 0.5, std::nullopt, 0.25, 1.0, 0.0};
        like.reasons = {{related::Reason::Kind::Continuation, "It continues this study.", {}},
                        {related::Reason::Kind::Condition, "Both study asthma & <i>stroke</i>", {"Asthma", "Stroke"}}};
        related::Answer answer;
        answer.total = 45;
        answer.related = {like};
        finder.answer = answer;
    }

    std::string body(const std::string& target, int status = 200) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, status) << target << " → " << response.location;
        return response.body;
    }
    api::Response post(std::string text, std::string type = "application/x-www-form-urlencoded") {
        api::Request request = support::request_for("/related");
        request.method = "POST";
        request.content_type = std::move(type);
        request.body = std::move(text);
        return site.handle(request);
    }

    support::FakeReader store;
    support::FakeIndex index;
    support::FakeLiveFinder live;
    support::FakeFinder& finder = *live.finder;
    web::Site site{store, {[] { return store::Milliseconds{1'766'620'000'000}; }}, &index, &live};
};

TEST_F(RelatedPages, TheStudyPageShowsCardsWithReasons) {
    const std::string page = body("/study/NCT00000001");
    const std::string text = visible_text(page);
    EXPECT_THAT(text, AllOf(HasSubstr("Runs & <b>jumps</b> NCT00000002 Recruiting verified November 2025 Phase 2"),
                            HasSubstr("It continues this study. Both study asthma & <i>stroke</i>"),
                            HasSubstr("Likeness 73 of 100"), HasSubstr("Condition 90"),
                            HasSubstr("Not compared, and counted as average: participants")));
    EXPECT_THAT(page, Not(HasSubstr("<b>jumps")));
    EXPECT_THAT(attributes(page, "href"),
                AllOf(Contains("/study/NCT00000002"), Contains("/study/NCT00000001/related")));
    EXPECT_THAT(attributes(page, "value"), AllOf(Contains("NCT00000001"), Contains("NCT00000002")));
    ASSERT_EQ(finder.asked.size(), 1U);
    EXPECT_EQ(finder.asked[0].id, study::NctId(1));
    EXPECT_EQ(finder.asked[0].limit, 6U);
}

TEST_F(RelatedPages, TheStudyPageIsWholeWithoutThem) {
    const web::Site bare(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    EXPECT_THAT(visible_text(get(bare, "/study/NCT00000001").body),
                AllOf(HasSubstr("which has not been built yet"), HasSubstr("About this page")));
    finder.answer = fail(ErrorCode::NotFound, "not in the index");
    EXPECT_THAT(visible_text(body("/study/NCT00000001")), HasSubstr("newer than the search index"));
    finder.answer = fail(ErrorCode::Corrupt, "A block is damaged.");
    EXPECT_THAT(visible_text(body("/study/NCT00000001")),
                AllOf(HasSubstr("A block is damaged."), HasSubstr("About this page")));
    EXPECT_EQ(get(bare, "/study/NCT00000001/related").status, 200);
    EXPECT_EQ(get(site, "/study/NCT00000001/related").status, 500);
}

TEST_F(RelatedPages, SlidersAndFiltersGoIntoTheQuestionAndTheAddress) {
    body("/study/NCT00000001/related?condition=4&wording=0&status=rec&status=com&phase=2&country=Chile&page=2");
    ASSERT_FALSE(finder.asked.empty());
    const related::Question& asked = finder.asked.back();
    EXPECT_THAT(asked.emphasis, ElementsAre(4, 1, 1, 1, 1, 0));
    ASSERT_EQ(asked.choices.size(), 3U);
    EXPECT_THAT(asked.choices[0].keys, ElementsAre("rec", "com"));
    EXPECT_EQ(asked.choices[2].facet, "country");
    EXPECT_EQ(asked.offset, 20U);
}

TEST_F(RelatedPages, AddressesAreCanonical) {
    const std::string path = "/study/NCT00000001/related";
    // As the form sends it: sliders at their usual place, "any" country.
    EXPECT_EQ(get(site, path + "?condition=2&wording=3&country=&status=rec").location, path + "?wording=3&status=rec");
    EXPECT_EQ(get(site, path + "?condition=9&phase=nonsense&page=0&x=y").location, path);
    EXPECT_EQ(get(site, "/study/nct1/related").location, "/study/NCT00000001/related");
    EXPECT_EQ(get(site, "/study/NCT00000001/RELATED").location, path);
}

TEST_F(RelatedPages, ThePageKeepsWhatWasSteered) {
    const std::string page = body("/study/NCT00000001/related?wording=3&status=rec");
    EXPECT_THAT(page, AllOf(HasSubstr("name=\"wording\" min=\"0\" max=\"4\" step=\"1\" value=\"3\""),
                            HasSubstr("name=\"status\" value=\"rec\" checked"), HasSubstr("noindex")));
    EXPECT_THAT(attributes(page, "href"), AllOf(Contains("/study/NCT00000001/related?wording=3&status=rec&page=2"),
                                                Contains("/study/NCT00000001/related")));
}

TEST_F(RelatedPages, EveryAspectHasASlider) {
    const std::string page = body("/study/NCT00000001/related");
    for (const related::AspectInfo& aspect : related::aspects()) {
        EXPECT_THAT(page, HasSubstr("type=\"range\" name=\"" + std::string(aspect.id) + "\""));
        EXPECT_THAT(page, HasSubstr(aspect.label));
    }
}

TEST_F(RelatedPages, NothingFoundSaysWhatToDo) {
    finder.answer =
        related::Answer{.total = 0, .related = {}, .lacking = {related::Aspect::Outcome, related::Aspect::Design}};
    EXPECT_THAT(visible_text(body("/study/NCT00000001/related?status=rec")),
                AllOf(HasSubstr("says nothing of outcomes and design"), HasSubstr("take one off")));
}

TEST_F(RelatedPages, ADraftIsComparedAndComesBackInTheBoxOnly) {
    const std::string record = R"({"protocolSection":{"identificationModule":{"briefTitle":"Mine </textarea>"}}})";
    std::string encoded;
    for (const char c : record) {
        char buffer[4];
        std::snprintf(buffer, sizeof buffer, "%%%02X", static_cast<unsigned char>(c));
        encoded += buffer;
    }
    const api::Response response = post("condition=4&status=rec&draft=" + encoded);
    ASSERT_EQ(response.status, 200);
    ASSERT_EQ(finder.asked.size(), 1U);
    EXPECT_EQ(finder.asked[0].draft, record);
    EXPECT_EQ(finder.asked[0].id, std::nullopt);
    EXPECT_EQ(finder.asked[0].emphasis[0], 4);
    EXPECT_THAT(response.body, AllOf(HasSubstr("Mine &lt;/textarea&gt;"), HasSubstr("Runs &amp; &lt;b&gt;jumps")));
    EXPECT_THAT(response.headers, Contains(std::pair<std::string, std::string>("Cache-Control", "no-store")));
    EXPECT_EQ(response.etag, "");
    EXPECT_EQ(response.note, "");
    for (const std::string& href : attributes(response.body, "href")) EXPECT_EQ(href.find("Mine"), std::string::npos);
}

TEST_F(RelatedPages, ADraftMayBePostedAsJson) {
    const std::string record = R"({"protocolSection":{}})";
    EXPECT_EQ(post(record, "application/json; charset=utf-8").status, 200);
    EXPECT_EQ(post("{\"studies\":[" + record + "]}", "Application/JSON").status, 200);
    ASSERT_EQ(finder.asked.size(), 2U);
    EXPECT_EQ(finder.asked[0].draft, record);
    EXPECT_EQ(finder.asked[1].draft, record);
}

TEST_F(RelatedPages, WhatIsWrongWithADraftIsSaidWithThePlace) {
    const auto told = [&](const std::string& text, int status) {
        const api::Response response = post(text, "application/json");
        EXPECT_EQ(response.status, status) << text.substr(0, 40);
        return visible_text(response.body);
    };
    EXPECT_THAT(told("", 400), HasSubstr("The box was empty."));
    EXPECT_THAT(told("{\n\"a\" 1}", 400), HasSubstr("Look at line 2, character 5."));
    EXPECT_THAT(told("{\"a\":1}", 400), HasSubstr("no object named protocolSection"));
    EXPECT_THAT(told("[1,2]", 400), HasSubstr("no object named protocolSection"));
    EXPECT_THAT(told(R"({"studies":[{},{}]})", 400), HasSubstr("several studies"));
    EXPECT_THAT(told("{\"a\":1,\"a\":2}", 400), HasSubstr("twice"));
    EXPECT_THAT(told(std::string(web::kLargestDraft + 1, ' ') + "{}", 413), HasSubstr("at most 1,048,576 can be read"));
    EXPECT_TRUE(finder.asked.empty());
}

TEST_F(RelatedPages, OnlyTheDraftPageTakesAPost) {
    EXPECT_EQ(site.post_limit("/related"), web::kMostPosted);
    for (const char* path :
         {"/", "/related/", "/study/NCT00000001/related", "/search", "/api/v2/studies", "/compare"}) {
        EXPECT_EQ(site.post_limit(path), 0U) << path;
    }
    EXPECT_THAT(visible_text(body("/related")), HasSubstr("not stored, not logged"));
}

} // namespace
} // namespace trialdex
