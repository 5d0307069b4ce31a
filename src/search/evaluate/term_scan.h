// Walks over a single term whose impact byte tells whether a study matches (TermMatcher::told_by_flag), without place
// codes and, in the inner loops, without a branch that depends on the data: a mispredicted one costs as much as ten
// studies.
#pragma once

#include "search/evaluate/matches.h"
#include "search/evaluate/term_matcher.h"

namespace trialdex::search {

// Every study that matches, those in `within` only when it is given.
Matches scan_flags(const TermMatcher& term, const index::Bits* within, bool scored);

// Keeps those studies of a list that match and adds to their scores. False, with nothing done, when jumping from study
// to study is better.
bool narrow_by_flags(const TermMatcher& term, bool scored, Matches& list);

// At least the `count` best of them, with scores.
Matches scan_best(const TermMatcher& term, std::size_t count);

// The highest level of an impact byte among the term's studies that match.
std::uint8_t highest_level(const TermMatcher& term);

} // namespace trialdex::search
