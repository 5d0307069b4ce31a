// The written stories, asked of the engine: what the contract's examples find.
#include "differential/engine.h"
#include "oracle/stories.h"

#include <gtest/gtest.h>

namespace trialdex::differential {

namespace {

TEST(Stories, TheEngineFindsWhatTheContractSays) {
    for (const oracle::Story& story : oracle::stories()) {
        const Engine engine(story.records);
        for (const oracle::Row& row : story.rows) {
            Question question;
            question.clauses = {row.expression};
            question.area = row.area;
            const auto ids = engine.all_pages(Engine::query(question), 10);
            EXPECT_TRUE(ids) << story.name << ": " << row.expression;
            if (!ids) continue;
            std::vector<std::uint32_t> numbers;
            for (const study::NctId id : *ids) numbers.push_back(id.number());
            EXPECT_EQ(numbers, row.numbers) << story.name << ": " << row.expression;
        }
    }
}

} // namespace

} // namespace trialdex::differential
