// Walks over a single term whose impact byte tells whether a study matches (TermMatcher::told_by_flag), without place
// codes.
#pragma once

#include "search/evaluate/matches.h"
#include "search/evaluate/term_matcher.h"

namespace trialdex::search {

// Every study that matches, those in `within` only when it is given; block by block. `out` is empty before.
void scan_flags(TermMatcher& term, const index::Bits* within, bool scored, Matches& out);

// The same for the studies of a list: looked up in the column of a dense term, merged with blocks when the list is not
// much shorter than the term's. False, with nothing done, when jumping from study to study is better.
bool pick_flags(TermMatcher& term, const std::vector<std::uint32_t>& studies, bool scored, Matches& out);

} // namespace trialdex::search
