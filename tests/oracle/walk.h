// Does an expression hold for a study? The decision's *Structure*, and the way into the rest.
#pragma once

#include "oracle/language.h"
#include "oracle/study.h"
#include "text/synonyms.h"

namespace trialdex::oracle {

// Cuts the terms of all leaves; once, before any call of holds().
void prepare(Tree& tree, Lexicon& lexicon, const text::Synonyms& synonyms, bool use_synonyms);

bool holds(const Tree& tree, const Study& study);

// Metres along the sphere of the decision.
double great_circle(double latitude, double longitude, const Point& point);

} // namespace trialdex::oracle
