// A term of an expression cut as the decision's *Variants*, *Units* and *Levels* say, ready to be held against values.
#pragma once

#include "oracle/language.h"
#include "oracle/lexicon.h"
#include "text/synonyms.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::oracle {

// Words one after another; a slot without a term is a place where any word may stand.
struct Slot {
    std::optional<TermId> term;
    std::string written; // the word's bytes in the expression; read at level None only
};
using Slots = std::vector<Slot>;

struct Unit {
    Slots own;                // from its first to its last word that is no function word; at level None: all words
    std::size_t leading = 0;  // function words of the term before `own`, when the unit is the whole term
    std::size_t trailing = 0; // and after
    std::vector<Slots> forms; // of the concepts that the unit names
};

// The term with its hyphenated words split, or with all of them joined.
struct Variant {
    std::vector<Unit> units; // none: matches nothing
};

struct Term {
    std::vector<Variant> with_synonyms; // for pieces that take them
    std::vector<Variant> plain;
    std::map<std::uint16_t, std::vector<std::string>> codes; // of each node that holds codes: those the term names
    bool adjacent = false;   // own words adjacent and in order: the term is quoted, or treated as if
    bool as_written = false; // level None
    bool half = false;       // level Lossy: half of the units are enough
    Coverage coverage = Coverage::Contains;
};

// `leaf` is of kind Words.
Term cut_term(const Tree& leaf, Lexicon& lexicon, const text::Synonyms& synonyms, bool use_synonyms);

} // namespace trialdex::oracle
