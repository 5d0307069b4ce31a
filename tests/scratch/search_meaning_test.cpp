// What readers take for granted of a search, on a handful of studies each: order, synonyms, facets, odd numbers.
#include "scratch/index_kit.h"
#include "search/best_match.h"
#include "text/vocabulary_folder.h"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <map>

namespace trialdex::scratch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string record(unsigned number, const std::string& title, const std::string& modules = "") {
    return fmt::format(R"({{"protocolSection":{{"identificationModule":{{"nctId":"NCT{:08}","briefTitle":"{}"}}{}}},)"
                       R"("hasResults":false}})",
                       number, title, modules.empty() ? "" : "," + modules);
}

std::string conditions(const std::string& list) { return R"("conditionsModule":{"conditions":[)" + list + "]}"; }

std::string drug(const std::string& name, const std::string& others = "") {
    return fmt::format(R"("armsInterventionsModule":{{"interventions":[{{"type":"DRUG","name":"{}"{}}}]}})", name,
                       others.empty() ? "" : R"(,"otherNames":[)" + others + "]");
}

class Meaning : public testing::Test {
protected:
    void index(const std::vector<std::string>& records) {
        indexed_.registry.add(records);
        indexed_.build();
        live_ = indexed_.open();
    }
    std::shared_ptr<const search::Searcher> searcher() { return live_->current(); }
    std::vector<std::uint32_t> ranked(std::string_view text) {
        const auto answer = searcher()->search(query_of(text));
        std::vector<std::uint32_t> numbers;
        for (const search::Hit& hit : answer.value().hits) numbers.push_back(hit.id.number());
        return numbers;
    }

    std::vector<std::uint32_t> best(std::string_view text) {
        search::Query query;
        query.clauses.push_back({search::best_match(text, searcher()->synonyms()), true});
        std::vector<std::uint32_t> numbers;
        const auto answer = searcher()->search(query);
        for (const search::Hit& hit : answer.value().hits) numbers.push_back(hit.id.number());
        return numbers;
    }

    IndexedRegistry indexed_;
    std::unique_ptr<search::LiveIndex> live_;
};

TEST_F(Meaning, HypertensionComesBeforePulmonaryArterialHypertension) {
    index({record(1, "Bosentan in Pulmonary Arterial Hypertension", conditions(R"("Pulmonary Arterial Hypertension")")),
           record(2, "Amlodipine in Hypertension", conditions(R"("Hypertension")")),
           record(3, "Sildenafil for Pulmonary Arterial Hypertension of Children",
                  conditions(R"("Pulmonary Arterial Hypertension")")),
           record(4, "Salt and Hypertension", conditions(R"("Hypertension")")), record(5, "Asthma")});
    const auto order = ranked("hypertension");
    ASSERT_EQ(order.size(), 4u);
    EXPECT_THAT((std::vector<std::uint32_t>{order[0], order[1]}), testing::UnorderedElementsAre(2, 4));
}

TEST_F(Meaning, ABrandAndItsGenericFindTheSameStudiesWhenARecordSaysSo) {
    index({record(1, "First", drug("Zelorinib", R"("Vandrexa")")), record(2, "Second", drug("Vandrexa")),
           record(3, "Third", drug("Zelorinib")), record(4, "Fourth", drug("Placebo"))});
    EXPECT_THAT(matches(*searcher(), "vandrexa"), ElementsAre(1, 2, 3));
    EXPECT_EQ(matches(*searcher(), "zelorinib"), matches(*searcher(), "vandrexa"));
    EXPECT_EQ(matches(*searcher(), "\"zelorinib\""), matches(*searcher(), "\"vandrexa\""));
    EXPECT_THAT(matches(*searcher(), "vandrexa", false), ElementsAre(1, 2)); // switched off
    const auto answer = searcher()->search(query_of("vandrexa"));
    ASSERT_FALSE(answer->synonyms.empty());
    EXPECT_EQ(answer->synonyms[0].phrase, "vandrexa");
}

TEST_F(Meaning, AVocabularyMakesNamesTheSame) {
    support::TemporaryFolder folder;
    const std::string file = folder.path() + "/mesh.tsv";
    std::ofstream(file) << "id\tname\ttree_numbers\tentry_terms\n"
                           "D009203\tMyocardial Infarction\tC14.280\tHeart Attack|Cardiovascular Stroke\n";
    ASSERT_TRUE(text::add_vocabulary(text::vocabulary_folder(indexed_.registry.folder()), file));
    index({record(1, "Aspirin after a heart attack"), record(2, "Myocardial infarctions at night"),
           record(3, "The heart of the attack plan"), record(4, "Stroke")});
    EXPECT_THAT(matches(*searcher(), "\"heart attack\""), ElementsAre(1, 2));
    EXPECT_THAT(matches(*searcher(), "heart attack"), ElementsAre(1, 2, 3)); // words of one value, too
    EXPECT_THAT(matches(*searcher(), "myocardial infarction"), ElementsAre(1, 2));
    EXPECT_THAT(matches(*searcher(), "EXPANSION[Term]heart attack"), ElementsAre(1));
    EXPECT_THAT(matches(*searcher(), "heart attack aspirin"), ElementsAre(1));
}

TEST_F(Meaning, UnknownEnrolmentSortsAsTheNumberItIs) {
    const auto enrolled = [](unsigned number, const std::string& count) {
        return record(number, "Study", R"("designModule":{"enrollmentInfo":{"count":)" + count + "}}");
    };
    index({enrolled(1, "100"), enrolled(2, "99999999"), record(3, "Study"), enrolled(4, "4294967297")});
    search::Query query = query_of("ALL");
    query.sort = {{search::SortItem::By::Piece, schema::find_piece("EnrollmentCount"), false}};
    std::vector<std::uint32_t> order;
    const auto answer = searcher()->search(query);
    for (const auto& hit : answer.value().hits) order.push_back(hit.id.number());
    EXPECT_THAT(order, ElementsAre(4, 2, 1, 3));
    EXPECT_THAT(matches(*searcher(), "AREA[EnrollmentCount]RANGE[4294967296, MAX]"), ElementsAre(4));
}

TEST_F(Meaning, AStudyOfTwoPhasesCountsOnceAndInBothBuckets) {
    const auto phased = [](unsigned number, const std::string& phases) {
        return record(number, "Study", R"("designModule":{"phases":[)" + phases + "]}");
    };
    index({phased(1, R"("PHASE2","PHASE3")"), phased(2, R"("PHASE3")"), phased(3, R"("NA")"), record(4, "Study")});
    search::Query query = query_of("ALL");
    query.facets = {"phase"};
    query.choices = {{"phase", {"2", "3"}}};
    const auto answer = searcher()->search(query);
    EXPECT_EQ(answer->total, 2u);
    std::map<std::string, std::uint64_t> counts; // its own choice does not narrow its own counts
    for (const auto& value : answer->facets[0].values) counts[value.key] = value.count;
    EXPECT_EQ(counts["2"], 1u);
    EXPECT_EQ(counts["3"], 2u);
    EXPECT_EQ(counts["NA"], 1u);
}

TEST_F(Meaning, RecruitingIsNotNotYetRecruiting) {
    const auto status = [](unsigned number, const std::string& code) {
        return record(number, "Study", R"("statusModule":{"overallStatus":")" + code + "\"}");
    };
    index({status(1, "RECRUITING"), status(2, "NOT_YET_RECRUITING"), status(3, "ACTIVE_NOT_RECRUITING")});
    EXPECT_THAT(matches(*searcher(), "AREA[OverallStatus]Recruiting"), ElementsAre(1));
    EXPECT_THAT(matches(*searcher(), "AREA[OverallStatus]not yet recruiting"), ElementsAre(2));
}

TEST_F(Meaning, AnExplanationAddsUpToTheScore) {
    index({record(1, "Ketamine in chronic pain"), record(2, "Pain"), record(3, "Other")});
    const search::Query query = query_of("ketamine pain");
    const auto answer = searcher()->search(query);
    const auto& hits = answer.value().hits;
    ASSERT_EQ(hits.size(), 1u);
    const auto explanation = searcher()->explain(query, hits[0].id);
    ASSERT_TRUE(explanation);
    EXPECT_TRUE(explanation->matches);
    double sum = 0;
    for (const search::ScorePart& part : explanation->parts) sum += part.score;
    EXPECT_NEAR(sum, hits[0].score, 1e-3);
    EXPECT_NEAR(explanation->score, hits[0].score, 1e-3);
}

TEST_F(Meaning, BestMatchTakesAnyWordAndThoseWithMoreFirst) {
    index(
        {record(1, "Celiac disease"), record(2, "Celiac disease and gluten"), record(3, "Gluten"), record(4, "Gout")});
    search::Query query;
    query.clauses.push_back({search::best_match("gluten in celiac disease", searcher()->synonyms()), true});
    const auto answer = searcher()->search(query);
    EXPECT_EQ(answer->total, 3u);
    EXPECT_EQ(answer->hits[0].id.number(), 2u);
    query.clauses = {{search::best_match(" of the ", searcher()->synonyms()), true}};
    EXPECT_THAT(searcher()->search(query)->hits, IsEmpty());
}

TEST_F(Meaning, BestMatchLooksForASubjectNotForTrials) {
    index({record(1, "A clinical trial of studies"), record(2, "Gout"), record(3, "Asthma")});
    EXPECT_THAT(best("gout clinical trial"), ElementsAre(2));
    EXPECT_THAT(best("clinical trials"), ElementsAre(1)) << "nothing else is asked for";
}

TEST_F(Meaning, BestMatchSetsTheSubjectAboveTheWordsAroundIt) {
    index({record(1, "Safe cars"), record(2, "Asthma cars"), record(3, "Gout")});
    EXPECT_THAT(best("safe asthma"), ElementsAre(2, 1));
}

// Joined, the six words of the second line would outweigh the one of the first.
TEST_F(Meaning, BestMatchGivesEachLineTheSameSay) {
    index({record(1, "Gout"), record(2, "Knee pain"), record(3, "Asthma")});
    EXPECT_THAT(best("gout\nknee pain swelling redness fever fatigue"), ElementsAre(1, 2));
    EXPECT_THAT(best("gout\nknee pain\npain of the knee"), ElementsAre(2, 1)) << "said twice";
}

} // namespace
} // namespace trialdex::scratch
