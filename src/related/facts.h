// What a record says that can be compared with another's, by aspect. Made from the record itself, so that every reason
// we give is a fact of it.
#pragma once

#include "related/related.h"
#include "study/json.h"
#include "study/nct_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::related {

inline constexpr std::size_t kMostNames = 60;            // of a kind are compared; registers of rare diseases list 400
inline constexpr std::size_t kCriteriaBytes = 2'000;     // of the criteria are read: inclusion comes first
inline constexpr std::size_t kDescriptionBytes = 20'000; // of each description are searched for other trials' numbers

struct Name {
    std::string text; // as written
    std::string key;  // text::phrase_key; of an id its small letters
};

struct Feature {
    std::uint64_t term; // hash of a term of the index
    float rarity = 0;
    bool operator<(const Feature& other) const { return term < other.term; }
};
using Features = std::vector<Feature>; // ascending, each once

struct Word { // of title and summary
    std::string text;
    Feature feature;
};

struct Facts {
    std::optional<study::NctId> id;
    std::vector<study::NctId> aliases;
    std::vector<Name> other_ids;        // of the organisation and of other registries, without those of grants
    std::vector<study::NctId> mentions; // other studies' numbers in its texts
    Brief brief;
    std::string title_key;  // by spell_out
    std::string summary;    // its first kCriteriaBytes
    bool continues = false; // its titles call it an extension, a continuation, a follow-up or a part of a study

    std::vector<Name> conditions; // as written, then MeSH terms
    Features condition_words;
    Features condition_mesh;                               // terms and ancestors by number
    std::vector<std::pair<Name, std::uint64_t>> ancestors; // with their feature's term
    std::vector<Name> interventions;
    Features intervention_words;
    Features intervention_mesh;

    std::string sex;
    std::string minimum_age, maximum_age; // as written
    double youngest = 0, oldest = 0;      // years
    std::optional<bool> healthy;
    Features criteria;
    bool has_population = false;

    std::vector<Name> outcomes; // primary ones
    Features outcome_words;

    std::string study_type;
    std::vector<std::string> phases;
    // Allocation, model, purpose, masking, perspective: by schema piece; empty where the record says nothing.
    std::vector<std::pair<std::string_view, std::string>> design;

    std::vector<Word> words; // by spell_out
    bool spelt_out = false;
};

// How rare a term is; the second argument is its hash.
class Rarities;

Brief brief_of(study::Value record);

// All but what only reasons need: of two dozen records that are compared, the reasons of ten are read.
Facts facts_of(study::Value record, const Rarities& rarities);

// That too: the keys of names and title, and the words.
void spell_out(Facts& facts, const Rarities& rarities);

} // namespace trialdex::related
