// Why are two records related? Sentences and names, each a fact of both records.
#pragma once

#include "related/facts.h"
#include "related/likeness.h"
#include "related/related.h"

namespace trialdex::related {

inline constexpr std::size_t kNamesInReason = 4;

// What matters most first. `own` was made from the record itself; both are spelt out. Conditions, interventions and
// outcomes are named as the related study writes them, numbers and words as the own record does.
std::vector<Reason> reasons(const Facts& own, const Facts& other, const AspectScores& scores);

// The record of one names the other's number, or an id that belongs to both.
bool is_same_trial(const Facts& a, const Facts& b);
bool is_continuation(const Facts& a, const Facts& b);

} // namespace trialdex::related
