// The same records on both sides, and the comparison of what the sides say.
#pragma once

#include "differential/engine.h"
#include "oracle/query.h"
#include "oracle/random_expression.h"
#include "oracle/sketch.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::differential {

struct Verdict {
    std::string disagreement; // in a line; empty when the sides agree
    std::size_t matching = 0; // studies, by the oracle
    bool declined = false;    // by the engine, for the size of it: EXPANSION[None] over too many records
};

class World {
public:
    World(const std::vector<std::string>& records, const std::vector<std::string>& vocabularies);

    const Engine& engine() const { return engine_; }
    const oracle::Registry& registry() const { return *registry_; }

    oracle::RandomExpressions expressions(std::uint64_t seed);

    oracle::Query oracle_query(const Question& question);
    std::vector<study::NctId> by_oracle(const Question& question);

    Verdict compare(const Question& question);
    // The last clause, which is `sketch`, made as small as it can be while the sides still disagree, and what they say.
    std::string disagreement_in_short(Question question, const oracle::Sketch& sketch);

private:
    Engine engine_;
    oracle::Lexicon lexicon_;
    std::unique_ptr<oracle::Registry> registry_;
};

// 400 demo studies with a vocabulary made of their own names; real records with the vocabularies beside them when the
// shared data is there (every fourth, or all when TRIALDEX_DIFFERENTIAL is set), otherwise nullptr. Built once.
World& demo_world();
World* real_world();

// How many random expressions a test asks: `usual`, or more when $TRIALDEX_DIFFERENTIAL says how many instead of 2,000.
// $TRIALDEX_SEED starts them elsewhere.
int rounds(int usual);
std::uint64_t seed();

} // namespace trialdex::differential
