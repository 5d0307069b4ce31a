// Related trials over whole registries of a few studies: who comes out, in what order, and whether reasons are true.
#include "related/finder.h"
#include "scratch/index_kit.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <set>

namespace trialdex::scratch {
namespace {

using related::Reason;
using study::NctId;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

struct Sketch { // of a study
    std::string title;
    std::string condition;
    std::string drug;
    std::string summary;
    std::string phase = "PHASE2";
    std::string status = "COMPLETED";
    std::string org_id = {};
    std::string alias = {};
    std::string posted = "2020-01-01";
};

std::string record(unsigned number, const Sketch& sketch) {
    const auto list = [](const std::string& item) { return item.empty() ? "" : "\"" + item + "\""; };
    return fmt::format(R"({{"protocolSection":{{"identificationModule":{{"nctId":"NCT{:08}","nctIdAliases":[{}],)"
                       R"("orgStudyIdInfo":{{"id":"{}"}},"briefTitle":"{}"}},)"
                       R"("statusModule":{{"overallStatus":"{}","lastUpdatePostDateStruct":{{"date":"{}"}}}},)"
                       R"("descriptionModule":{{"briefSummary":"{}"}},"conditionsModule":{{"conditions":[{}]}},)"
                       R"("designModule":{{"studyType":"INTERVENTIONAL","phases":["{}"]}},)"
                       R"("armsInterventionsModule":{{"interventions":[{{"type":"DRUG","name":"{}"}}]}},)"
                       R"("outcomesModule":{{"primaryOutcomes":[{{"measure":"Change in {}"}}]}},)"
                       R"("eligibilityModule":{{"sex":"ALL","minimumAge":"18 Years"}}}},"hasResults":false}})",
                       number, list(sketch.alias), sketch.org_id, sketch.title, sketch.status, sketch.posted,
                       sketch.summary, list(sketch.condition), sketch.phase, sketch.drug, sketch.condition);
}

std::string title_only(unsigned number, const std::string& title) {
    return fmt::format(R"({{"protocolSection":{{"identificationModule":{{"nctId":"NCT{:08}","briefTitle":"{}"}}}}}})",
                       number, title);
}

const std::vector<std::string>& registry() {
    static const std::vector<std::string> kAll = {
        record(1, {"Zelorinib for gout flares", "Gout", "Zelorinib", "Zelorinib shortens flares of gout."}),
        record(2, {"Zelorinib against gout flares at night", "Gout", "Zelorinib", "Flares of gout at night."}),
        record(3, {"Diet for gout", "Gout", "Cherries", "Cherries and flares of gout.", "NA"}),
        record(4, {"Zelorinib for asthma", "Asthma", "Zelorinib", "Zelorinib opens airways.", "PHASE3"}),
        record(5, {"Steroids for asthma", "Asthma", "Budesonide", "Airways in winter.", "PHASE3", "RECRUITING"}),
        record(6, {"Budesonide in children with asthma", "Asthma", "Budesonide", "Airways of children."}),
        record(7, {"Walking after stroke", "Stroke", "Walking", "Walks in the park.", "NA", "RECRUITING"}),
        record(8, {"Swimming after stroke", "Stroke", "Swimming", "Swims in the lake.", "NA"}),
        record(9, {"Gout and the heart", "Gout", "Aspirin", "Hearts of people with gout.", "PHASE3", "RECRUITING"}),
        record(10, {"Sleep of nurses", "Insomnia", "Melatonin", "Nurses who work at night.", "PHASE4"})};
    return kAll;
}

std::vector<unsigned> numbers(const related::Answer& answer) {
    std::vector<unsigned> all;
    for (const auto& trial : answer.related) all.push_back(trial.id.number());
    return all;
}

std::string small(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

class RelatedTrials : public testing::Test {
protected:
    void index(const std::vector<std::string>& records) {
        if (!records.empty()) indexed_.registry.add(records);
        indexed_.build();
        open();
    }
    void open() {
        finder_ = nullptr;
        live_ = indexed_.open();
        finder_ = related::make_finder(live_->current(), indexed_.registry.store());
        ASSERT_NE(finder_, nullptr);
    }

    static related::Question about(unsigned number) {
        related::Question question;
        question.id = NctId(number);
        question.limit = 100;
        return question;
    }
    related::Answer find(const related::Question& question) const {
        auto answer = finder_->find(question);
        EXPECT_TRUE(answer) << (answer ? "" : answer.error().message);
        return answer ? std::move(*answer) : related::Answer{};
    }
    related::Answer find(unsigned number) const { return find(about(number)); }

    std::string text_of(NctId id) { return small(indexed_.registry.store().get(id).value().json); }

    // Names are as one of the two writes them; a family is an ancestor in both records.
    void expect_true_reasons(NctId own, const related::Related& other) {
        const std::string mine = text_of(own);
        const std::string theirs = text_of(other.id);
        for (const Reason& reason : other.reasons) {
            if (reason.kind != Reason::Kind::Condition && reason.kind != Reason::Kind::Intervention &&
                reason.kind != Reason::Kind::Outcome)
                continue;
            EXPECT_THAT(reason.names, Not(IsEmpty())) << reason.text;
            for (const std::string& name : reason.names) {
                EXPECT_NE(mine.find(small(name)), std::string::npos) << name << " in " << own.text();
                EXPECT_NE(theirs.find(small(name)), std::string::npos) << name << " in " << other.id.text();
            }
        }
    }

    IndexedRegistry indexed_;
    std::unique_ptr<search::LiveIndex> live_;
    std::shared_ptr<const related::Finder> finder_;
};

TEST_F(RelatedTrials, TheMostAlikeComesFirstAndTheStudyItselfNever) {
    index(registry());
    EXPECT_EQ(find(1).related.at(0).id.number(), 2u);
    EXPECT_EQ(find(5).related.at(0).id.number(), 6u);
    EXPECT_EQ(find(7).related.at(0).id.number(), 8u);
    for (unsigned number = 1; number <= 10; ++number) {
        const auto found = numbers(find(number));
        EXPECT_THAT(found, Not(Contains(number)));
        EXPECT_EQ(std::set<unsigned>(found.begin(), found.end()).size(), found.size()) << number;
    }
}

TEST_F(RelatedTrials, AspectsAreTheSameFromBothSides) {
    index(registry());
    for (const auto& other : find(1).related) {
        for (const auto& back : find(other.id.number()).related) {
            if (back.id != NctId(1)) continue;
            for (std::size_t aspect = 0; aspect + 1 < related::kAspectCount; ++aspect) { // wording is the last
                ASSERT_EQ(other.aspects[aspect].has_value(), back.aspects[aspect].has_value());
                EXPECT_NEAR(other.aspects[aspect].value_or(0), back.aspects[aspect].value_or(0), 1e-6);
            }
        }
    }
}

TEST_F(RelatedTrials, AnUnknownNumberIsNotFound) {
    index(registry());
    const auto answer = finder_->find(about(77));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::NotFound);
}

TEST_F(RelatedTrials, RecordsThatSayLittleGetAnswers) {
    auto records = registry();
    records.push_back(title_only(11, "Gout flares"));
    records.push_back(R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000012"},)"
                      R"("statusModule":{"overallStatus":"WITHHELD"}}})");
    index(records);
    const auto titled = find(11);
    EXPECT_THAT(numbers(titled), Contains(1u));
    EXPECT_THAT(titled.lacking, Contains(related::Aspect::Condition));
    EXPECT_THAT(numbers(find(12)), IsEmpty());
}

TEST_F(RelatedTrials, OneStudyOrNoneHasNoRelatives) {
    index({registry()[0]});
    EXPECT_THAT(find(1).related, IsEmpty());
    EXPECT_EQ(find(1).total, 0u);
}

TEST_F(RelatedTrials, AnEmptyRegistryAnswersADraft) {
    index({});
    related::Question question;
    question.draft = registry()[0];
    EXPECT_EQ(find(question).total, 0u);
    EXPECT_FALSE(finder_->find(about(1)));
}

TEST_F(RelatedTrials, TheSameTrialAndAnExtensionComeFirstAndAreCalledSo) {
    auto records = registry();
    records.push_back(
        record(21, {"Vandrexa for gout", "Gout", "Vandrexa", "Gout.", "PHASE2", "COMPLETED", "VX-2020-17"}));
    records.push_back(record(22, {"Gout pills", "Gout", "Pills", "Pills.", "NA", "COMPLETED", "VX-2020-17"}));
    records.push_back(record(23, {"Stroke", "Stroke", "None", "People of NCT00000021 go on.", "NA"}));
    records.push_back(record(24, {"Budesonide", "Asthma", "Budesonide", "", "NA", "COMPLETED", "", "NCT00000098"}));
    records.push_back(record(25, {"An extension of walking", "Stroke", "Walking", "From NCT00000007.", "NA"}));
    index(records);
    const auto answer = find(21);
    ASSERT_GE(answer.related.size(), 2u);
    EXPECT_THAT((std::set<unsigned>{numbers(answer)[0], numbers(answer)[1]}), ElementsAre(22u, 23u));
    for (const auto& trial : {answer.related[0], answer.related[1]}) {
        ASSERT_THAT(trial.reasons, Not(IsEmpty()));
        EXPECT_EQ(trial.reasons[0].kind, trial.id == NctId(22) ? Reason::Kind::SameTrial : Reason::Kind::Continuation);
    }
    for (const unsigned number : {7u, 25u}) { // from both sides
        const auto kin = find(number);
        EXPECT_EQ(kin.related.at(0).id.number(), 32 - number);
        EXPECT_EQ(kin.related[0].reasons.at(0).kind, Reason::Kind::Continuation);
    }
}

// Among more than a block of studies that share more with it. The mark "named" once went into the wrong member.
TEST_F(RelatedTrials, ATrialThatNamesTheOtherIsFirstHoweverLittleTheyShare) {
    indexed_.add_demo(0, 60);
    index({record(31, {"Knees", "Sprain", "Ice", "As in " + NctId(demo::kFirstNumber).text() + ".", "NA"})});
    const auto answer = find(demo::kFirstNumber);
    ASSERT_GT(answer.related.size(), related::kCompared);
    EXPECT_EQ(answer.related[0].id, NctId(31));
    EXPECT_EQ(answer.related[0].reasons.at(0).kind, Reason::Kind::Continuation);
}

// One of the two was found by the other's number and once more by its own.
TEST_F(RelatedTrials, TwoThatNameEachOtherComeOutOnce) {
    index({record(1, {"Gout A", "Gout", "Pills", "See NCT00000002 and NCT00000002."}),
           record(2, {"Gout B", "Gout", "Pills", "See NCT00000001."}), registry()[6]});
    EXPECT_THAT(numbers(find(1)), ElementsAre(2u, 7u));
    EXPECT_EQ(std::ranges::count(numbers(find(2)), 1u), 1);
}

TEST_F(RelatedTrials, ReasonsOfInventedStudiesAreTrueOfBoth) {
    indexed_.add_demo(0, 60);
    indexed_.build();
    open();
    std::size_t reasons = 0;
    for (unsigned i = 0; i < 60; ++i) {
        related::Question question = about(demo::kFirstNumber + i);
        question.limit = 10;
        for (const auto& trial : find(question).related) {
            reasons += trial.reasons.size();
            expect_true_reasons(*question.id, trial);
        }
    }
    EXPECT_GT(reasons, 60u);
}

TEST_F(RelatedTrials, ChoicesAndClausesNarrow) {
    index(registry());
    const auto all = numbers(find(1));
    ASSERT_THAT(all, Contains(9u));
    related::Question question = about(1);
    question.choices = {{"status", {"rec"}}};
    auto kept = numbers(find(question));
    EXPECT_THAT(kept, Contains(9u));
    EXPECT_THAT(kept, testing::Each(testing::AnyOf(5u, 7u, 9u)));
    question.choices = {{"phase", {"3"}}};
    EXPECT_THAT(numbers(find(question)), testing::Each(testing::AnyOf(4u, 5u, 9u)));
    question.choices.clear();
    question.clauses = query_of("AREA[Condition]gout").clauses;
    EXPECT_THAT(numbers(find(question)), testing::UnorderedElementsAre(2u, 3u, 9u));
}

TEST_F(RelatedTrials, OneAspectAloneOrders) {
    index(registry());
    for (std::size_t aspect = 0; aspect < related::kAspectCount; ++aspect) {
        related::Question question = about(1);
        question.emphasis = {};
        question.emphasis[aspect] = 1;
        double last = 1;
        for (const auto& trial : find(question).related) {
            if (trial.aspects[aspect]) {
                EXPECT_NEAR(trial.score, *trial.aspects[aspect], 1e-9);
            }
            EXPECT_LE(trial.score, last + 1e-9);
            last = trial.score;
        }
    }
}

TEST_F(RelatedTrials, PagesFitTogether) {
    indexed_.add_demo(0, 60); // more than two blocks of comparison
    indexed_.build();
    open();
    related::Question question = about(demo::kFirstNumber);
    const auto whole = numbers(find(question));
    ASSERT_GT(whole.size(), 2 * related::kCompared);
    for (const std::uint32_t size : {3u, 5u}) {
        std::vector<unsigned> joined;
        question.limit = size;
        for (question.offset = 0; question.offset < whole.size(); question.offset += size) {
            const auto page = numbers(find(question));
            joined.insert(joined.end(), page.begin(), page.end());
        }
        EXPECT_EQ(joined, whole) << size;
        EXPECT_THAT(find(question).related, IsEmpty()) << "past the end";
    }
}

TEST_F(RelatedTrials, AnIncrementCountsAtOnce) {
    index(registry());
    indexed_.registry.add(
        {record(11, {"Zelorinib for gout flares at noon", "Gout", "Zelorinib", "Zelorinib shortens flares of gout."}),
         record(2, {"Knees", "Sprain", "Ice", "Ice on knees.", "NA", "COMPLETED", "", "", "2021-01-01"})});
    indexed_.update();
    open();
    const auto answer = find(1);
    EXPECT_EQ(answer.related.at(0).id.number(), 11u);
    for (const auto& trial : answer.related) {
        if (trial.id != NctId(2)) continue;
        EXPECT_NE(trial.reasons.empty() ? Reason::Kind::Wording : trial.reasons[0].kind, Reason::Kind::Condition);
        EXPECT_LT(trial.score, answer.related[0].score);
    }
    EXPECT_EQ(std::ranges::count(numbers(answer), 2u), std::ranges::count(numbers(find(1)), 2u));
    EXPECT_LE(std::ranges::count(numbers(answer), 2u), 1);
}

TEST_F(RelatedTrials, ADraftIsAnsweredLikeItsRecordAndNotKept) {
    const std::string draft =
        record(30, {"Zelorinib in severe gout", "Gout", "Zelorinib", "Severe gout and its flares."});
    auto records = registry();
    records.push_back(draft);
    index(records);
    const auto before = indexed_.registry.store().summary().value();
    related::Question question;
    question.draft = draft;
    question.limit = 100;
    auto of_draft = numbers(find(question));
    std::erase(of_draft, 30u); // to a draft, its record in the registry is a study like others
    EXPECT_EQ(of_draft, numbers(find(30)));
    const auto after = indexed_.registry.store().summary().value();
    EXPECT_EQ(after.studies, before.studies);
    EXPECT_EQ(after.versions, before.versions);
    EXPECT_EQ(after.last_sequence, before.last_sequence);
}

TEST_F(RelatedTrials, WhatIsNoRecordIsRefused) {
    index(registry());
    for (const char* draft : {"", "gout", "[]", "{}", "7", "null", R"([{"protocolSection":{}}])",
                              R"({"protocolSection":[]})", R"({"protocolSection":{})"}) {
        related::Question question;
        question.draft = draft;
        const auto answer = finder_->find(question);
        ASSERT_FALSE(answer) << draft;
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidInput) << draft;
    }
    related::Question question;
    question.draft = R"({"protocolSection":{}})";
    EXPECT_THAT(find(question).related, IsEmpty());
}

} // namespace
} // namespace trialdex::scratch
