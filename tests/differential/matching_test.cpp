// The engine and the oracle agree on which studies match, for random expressions over demo studies and real records.
#include "differential/world.h"

#include <gtest/gtest.h>

namespace trialdex::differential {

namespace {

constexpr int kShown = 10; // disagreements, then a test gives up

void agree(World& world, const Question& form, int count, std::uint64_t first_seed) {
    oracle::RandomExpressions random = world.expressions(first_seed);
    int shown = 0;
    int some = 0;     // match some studies and not all
    int declined = 0; // by the engine, for their size
    for (int i = 0; i < count && shown < kShown; ++i) {
        const oracle::Sketch sketch = random.next();
        Question question = form;
        question.clauses.push_back(print(sketch));
        const Verdict verdict = world.compare(question);
        if (!verdict.disagreement.empty()) {
            ADD_FAILURE() << "seed " << first_seed << ", expression " << i << ", area " << form.area << ":\n"
                          << question.clauses.back() << "\n"
                          << verdict.disagreement << "\nin short: " << world.disagreement_in_short(question, sketch);
            ++shown;
        }
        if (verdict.matching > 0 && verdict.matching < world.registry().studies().size()) ++some;
        if (verdict.declined) ++declined;
    }
    if (shown > 0) return;
    EXPECT_GT(some, count / 3) << "too few expressions that can tell the sides apart";
    EXPECT_LE(declined, count / 10);
}

TEST(Matching, DemoStudies) { agree(demo_world(), {}, rounds(2000), seed()); }

TEST(Matching, DemoStudiesWithoutSynonyms) {
    Question form;
    form.synonyms = false;
    agree(demo_world(), form, rounds(300), seed() + 1);
}

TEST(Matching, DemoStudiesInOtherAreas) {
    for (const char* area :
         {"ConditionSearch", "InterventionSearch", "LocationSearch", "IdSearch", "PatientSearch", ""}) {
        Question form;
        form.area = area;
        agree(demo_world(), form, rounds(200), seed() + 2);
    }
}

TEST(Matching, RealRecords) {
    World* world = real_world();
    if (world == nullptr) GTEST_SKIP() << "the shared data is not beside the checkout";
    agree(*world, {}, rounds(2000), seed() + 3);
}

TEST(Matching, RealRecordsWithoutSynonyms) {
    World* world = real_world();
    if (world == nullptr) GTEST_SKIP() << "the shared data is not beside the checkout";
    Question form;
    form.synonyms = false;
    agree(*world, form, rounds(300), seed() + 4);
}

// Many expressions at once, as search reports ask.
TEST(Matching, CountsOfManyExpressions) {
    World& world = demo_world();
    oracle::RandomExpressions random = world.expressions(seed() + 5);
    std::vector<search::Expression> expressions;
    std::vector<std::string> texts;
    while (texts.size() < 50) {
        texts.push_back(print(random.next()));
        expressions.push_back(Engine::query({{texts.back()}, {}, {}}).clauses.front().expression);
    }
    const auto counts = world.engine().searcher().count(expressions, true);
    ASSERT_TRUE(counts) << counts.error().message;
    ASSERT_EQ(counts->size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ((*counts)[i], world.by_oracle({{texts[i]}, {}, {}}).size()) << texts[i];
    }
}

} // namespace

} // namespace trialdex::differential
