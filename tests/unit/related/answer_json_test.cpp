// The JSON of an answer, byte by byte.
#include "related/answer_json.h"

#include <gtest/gtest.h>

namespace trialdex::related {
namespace {

Answer answer_of_one() {
    Answer answer;
    answer.total = 7;
    answer.lacking = {Aspect::Outcome, Aspect::Design};
    Related trial;
    trial.id = NctId(2);
    trial.brief.title = "Walks";
    trial.brief.status = "COMPLETED";
    trial.score = 0.123456;
    trial.aspects[0] = 1;
    trial.aspects[5] = 0.25;
    trial.reasons = {{Reason::Kind::SameTrial, "Same \"trial\"", {}},
                     {Reason::Kind::Outcome, "Both", {"Pain", "Sleep"}}};
    answer.related.push_back(trial);
    return answer;
}

TEST(AnswerJson, HoldsWhatThePageShows) {
    const std::string json = answer_json(answer_of_one(), NctId(1), "next");
    EXPECT_EQ(json, R"({"nctId":"NCT00000001","total":7,"lacking":["outcome","design"],"related":[)"
                    R"({"nctId":"NCT00000002","briefTitle":"Walks","overallStatus":"COMPLETED","score":0.1235,)"
                    R"("aspects":{"condition":1,"wording":0.25},"reasons":[)"
                    R"({"kind":"sameTrial","text":"Same \"trial\"","names":[]},)"
                    R"({"kind":"outcome","text":"Both","names":["Pain","Sleep"]}]}],"nextPageToken":"next"})");
}

TEST(AnswerJson, ADraftHasNoNumberAndAStudyThatWentHasNoTitle) {
    Answer answer = answer_of_one();
    answer.lacking.clear();
    answer.related[0].reasons.clear();
    answer.related[0].brief.title.clear();
    answer.related[0].brief.status.clear();
    const std::string json = answer_json(answer, std::nullopt);
    EXPECT_EQ(json, R"({"total":7,"lacking":[],"related":[{"nctId":"NCT00000002","score":0.1235,)"
                    R"("aspects":{"condition":1,"wording":0.25},"reasons":[]}]})");
}

TEST(AnswerJson, NothingRelatedIsAnEmptyList) {
    EXPECT_EQ(answer_json({}, NctId(1)), R"({"nctId":"NCT00000001","total":0,"lacking":[],"related":[]})");
}

} // namespace
} // namespace trialdex::related
