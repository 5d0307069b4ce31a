// What a record says, ready for comparing: its profile (index/profiles/profile.h) with the rarity of every term. Every
// reason we give is a fact of it.
#pragma once

#include "index/profiles/profile.h"
#include "related/related.h"
#include "study/nct_id.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::related {

struct Name {
    std::string text; // as written
    std::string key;  // text::phrase_key
};

struct Feature {
    index::TermNumber term;
    float rarity = 0;
    bool operator<(const Feature& other) const { return term < other.term; }
};
using Features = std::vector<Feature>; // ascending, each once

struct Facts {
    std::optional<study::NctId> id;
    index::Profile profile;
    // By index::TermKind; those of ConditionMesh with the ancestors.
    std::array<Features, index::kTermKinds> features;
    std::vector<float> word_rarities; // of profile.words; empty when the profile comes from an index
    // With their keys, and the title's: what reasons compare.
    std::vector<Name> conditions, interventions, outcomes;
    std::string title_key;

    const Features& of(index::TermKind kind) const { return features[static_cast<std::size_t>(kind)]; }
};

// How rare a term is, by its number.
class Rarities;

Facts facts_of(index::Profile profile, const std::optional<study::NctId>& id, const Rarities& rarities);

// The keys of names and title: of two dozen records that are compared, the reasons of ten are read.
void spell_out(Facts& facts);

Brief brief_of(const index::Profile& profile);

} // namespace trialdex::related
