// How alike are two records, aspect by aspect? The same whichever of the two is asked about, except for the wording,
// which candidates.h measures. docs/decisions/0006-related-trials.md has the formulas.
#pragma once

#include "related/facts.h"
#include "related/related.h"

namespace trialdex::related {

// Codes of the design beside type and phases.
inline constexpr index::CodeField kDesignCodes[] = {
    index::CodeField::Purpose, index::CodeField::Allocation,         index::CodeField::InterventionModel,
    index::CodeField::Masking, index::CodeField::ObservationalModel, index::CodeField::Perspective};

using AspectScores = std::array<std::optional<double>, kAspectCount>;

// Σ rarity² over what both have, divided by the lengths of both: 0 to 1; rare agreement weighs more. nullopt when one
// has nothing.
std::optional<double> agreement(const Features& a, const Features& b);

AspectScores likeness(const Facts& a, const Facts& b);

// Σ weight · score over the aspects; one that is lacking counts as average agreement.
double combined(const AspectScores& scores, const Emphasis& emphasis);

} // namespace trialdex::related
