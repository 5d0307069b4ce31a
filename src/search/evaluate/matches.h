// The studies of one segment that an expression matches, with their scores when somebody wants them. Small and scored
// sets are lists, large filters are bits.
#pragma once

#include "base/uninitialized.h"
#include "index/bits.h"

#include <cstdint>

namespace trialdex::search {

using StudyList = UninitializedVector<std::uint32_t>;

struct Matches {
    bool as_bits = false;
    index::Bits bits;                  // when as_bits
    StudyList studies;                 // otherwise; ascending
    UninitializedVector<float> scores; // one a study of the list, or empty: all 0

    static Matches of_bits(index::Bits bits) { return {true, std::move(bits), {}, {}}; }
    bool scored() const { return !scores.empty(); }
    // Scores of 0 for a list without any.
    void begin_scores() {
        if (scores.empty()) scores.assign(studies.size(), 0);
    }
    std::uint64_t count() const { return as_bits ? bits.count() : studies.size(); }
};

// Sets of studies within a segment of `size` studies.
Matches complement(const Matches& set, std::uint32_t size);
// Of the list `narrow`, which is a part of `wide`: its scores plus those that `wide` has.
Matches with_scores_of(Matches narrow, const Matches& wide);
// What `set` has and `minus` has not; scores stay.
Matches without(Matches set, const Matches& minus);
// Both together; scores add up.
Matches united(Matches a, Matches b);
// Both together; of two scores the higher counts.
Matches best_of(Matches a, Matches b);
// Drops what scores less.
void keep_scores_from(Matches& set, float least);
// Only what is in `bits`.
Matches kept_in(Matches set, const index::Bits& bits);

void as_list(Matches& set);
index::Bits to_bits(const Matches& set, std::uint32_t size);

} // namespace trialdex::search
