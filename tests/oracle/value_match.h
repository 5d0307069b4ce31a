// Does a term stand in one value? The decision's *A unit in a value*, *Levels* and *Coverage*, word by word.
#pragma once

#include "oracle/study.h"
#include "oracle/term.h"

namespace trialdex::oracle {

bool stands_in(const Term& term, const std::vector<Variant>& variants, const TextValue& value);

// False when the study's texts lack a word that the term cannot do without: no need to look at its values.
bool may_stand_in(const Term& term, const std::vector<Variant>& variants, const Study& study);

} // namespace trialdex::oracle
