// GET /studies/{nctId}/related and POST /studies/related: statuses, headers, and what the finder is asked.
#include "api/api.h"
#include "support/fake_finder.h"
#include "support/fake_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::api {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kDraft = R"({"protocolSection":{}})";

class GetRelated : public testing::Test {
protected:
    GetRelated() {
        related::Related trial;
        trial.id = study::NctId(2);
        trial.brief.title = "Walks";
        trial.score = 0.5;
        finder_.finder->answer->total = 25;
        finder_.finder->answer->related = {trial};
    }

    Response ask(const std::string& path, const Parameters& parameters = {}, const std::string& body = {}) const {
        Request request;
        request.method = body.empty() ? "GET" : "POST";
        request.path = "/api/v2/studies/" + path;
        request.query = parameters;
        request.body = body;
        return api_.handle(request);
    }
    std::string refused(const Parameters& parameters) const {
        const Response response = ask("NCT00000001/related", parameters);
        EXPECT_EQ(response.status, 400) << response.body;
        EXPECT_TRUE(response.etag.empty());
        return response.body;
    }

    support::FakeReader reader_;
    support::FakeLiveFinder finder_;
    Api api_{reader_, nullptr, &finder_};
};

TEST_F(GetRelated, AnswersWithTheListAndAnEtag) {
    const Response response = ask("NCT00000001/related", {{"pageSize", "1"}});
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.content_type, HasSubstr("application/json"));
    EXPECT_FALSE(response.etag.empty());
    EXPECT_THAT(response.body, HasSubstr(R"({"nctId":"NCT00000001","total":25,"lacking":[],"related":[)"
                                         R"({"nctId":"NCT00000002","briefTitle":"Walks","score":0.5,)"));
    EXPECT_THAT(response.body, HasSubstr("nextPageToken"));
}

TEST_F(GetRelated, ParametersReachTheFinder) {
    ask("NCT00000001/related", {{"pageSize", "5"},
                                {"weights", "condition:2|design:0"},
                                {"aggFilters", "phase:2"},
                                {"filter.ids", "NCT00000002"}});
    const auto& asked = finder_.finder->asked;
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked[0].id, study::NctId(1));
    EXPECT_EQ(asked[0].limit, 5u);
    EXPECT_EQ(asked[0].emphasis, (related::Emphasis{2, 1, 1, 1, 0, 1}));
    ASSERT_EQ(asked[0].choices.size(), 1u);
    EXPECT_EQ(asked[0].choices[0].facet, "phase");
    EXPECT_EQ(asked[0].clauses.size(), 1u);
}

TEST_F(GetRelated, APageHoldsAHundredAtMost) {
    ask("NCT00000001/related", {{"pageSize", "1000"}});
    ASSERT_EQ(finder_.finder->asked.size(), 1u);
    EXPECT_EQ(finder_.finder->asked[0].limit, 100u);
}

TEST_F(GetRelated, BadParametersAreNamed) {
    EXPECT_THAT(refused({{"weights", "condition:x"}}), HasSubstr("`weights`"));
    EXPECT_THAT(refused({{"weights", "colour:1"}}), HasSubstr("colour"));
    EXPECT_THAT(refused({{"colour", "1"}}), HasSubstr("colour"));
    EXPECT_THAT(refused({{"pageToken", "nonsense"}}), HasSubstr("pageToken"));
    EXPECT_TRUE(finder_.finder->asked.empty());
    EXPECT_EQ(ask("NCT-12/related").status, 400);
}

TEST_F(GetRelated, AnUnknownNumberIsNotFound) {
    finder_.finder->answer = fail(ErrorCode::NotFound, "none");
    const Response response = ask("NCT00000009/related");
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.body, "NCT number NCT00000009 not found");
}

TEST_F(GetRelated, WithoutAFinderIsTryAgainLater) {
    finder_.finder = nullptr;
    for (const Response& response : {ask("NCT00000001/related"), ask("related", {}, kDraft)}) {
        EXPECT_EQ(response.status, 503);
        EXPECT_THAT(response.headers, Contains(Pair("Retry-After", "60")));
    }
}

TEST_F(GetRelated, ADraftIsAnsweredAndNotToBeKept) {
    const Response response = ask("related", {}, kDraft);
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, Not(HasSubstr("NCT00000001")));
    EXPECT_TRUE(response.etag.empty());
    EXPECT_THAT(response.headers, Contains(Pair("Cache-Control", "no-store")));
    ASSERT_EQ(finder_.finder->asked.size(), 1u);
    EXPECT_EQ(finder_.finder->asked[0].id, std::nullopt);
    EXPECT_EQ(finder_.finder->asked[0].draft, kDraft);
}

TEST_F(GetRelated, ADraftThatIsNoRecordIsRefused) {
    finder_.finder->answer = fail(ErrorCode::InvalidInput, "no study record");
    const Response response = ask("related", {}, "[]");
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.body, "no study record");
    EXPECT_THAT(response.headers, Contains(Pair("Cache-Control", "no-store")));
}

TEST_F(GetRelated, ADraftMustBePosted) { EXPECT_EQ(ask("related").status, 400); }

} // namespace
} // namespace trialdex::api
