// What a record says that can be compared with another's: its terms by subject, design, participants, names, and the
// numbers of other trials. Made from the record (profile_of), kept for every study in the index (profile_bytes.h), so
// that some hundreds can be compared without reading their records.
#pragma once

#include "index/profiles/word_reader.h"
#include "schema/schema.h"
#include "study/json.h"
#include "study/nct_id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

inline constexpr std::size_t kMostNames = 60;            // of a kind; registers of rare diseases list 400
inline constexpr std::size_t kLongestName = 500;         // bytes; words of longer ones count all the same
inline constexpr std::size_t kCriteriaBytes = 2'000;     // of the criteria are read: inclusion comes first
inline constexpr std::size_t kSummaryBytes = 2'000;      // of the brief summary
inline constexpr std::size_t kDescriptionBytes = 20'000; // of each description are searched for other trials' numbers
inline constexpr std::size_t kMostTermsOfKind = 1'000;   // kept; no more than a few dozen in all but hostile records

enum class TermKind : std::uint8_t {
    Condition, // words of conditions as written and of their MeSH terms
    ConditionMesh,
    ConditionAncestor, // MeSH, above those
    Intervention,
    InterventionMesh, // and above
    Criteria,
    Outcome, // primary ones
};
inline constexpr std::size_t kTermKinds = 7;

// Single codes of a record, each of a piece with a table of codes.
enum class CodeField : std::uint8_t {
    Sex,
    StudyType,
    Purpose,
    Allocation,
    InterventionModel,
    Masking,
    ObservationalModel,
    Perspective,
};
inline constexpr std::size_t kCodeFields = 8;

// A code by its place in the piece's table, from 1; 0: the record says nothing, or what the table does not know.
using Code = std::uint8_t;
const schema::EnumType& codes_of(CodeField field);
const schema::EnumType& phase_codes();
Code code_of(const schema::EnumType& codes, std::string_view value);
const schema::EnumValue* value_of(const schema::EnumType& codes, Code code); // null for 0

// A number that stands for a text.
struct Mark {
    explicit Mark(std::uint64_t its_number, std::string_view written = {}, TermNumber its_term = 0)
        : number(its_number), text(written), term(its_term) {}

    std::uint64_t number; // of its hash
    std::string text;     // as written; empty when the profile comes from an index
    TermNumber term;      // of a word; 0 when the profile comes from an index
    bool operator==(const Mark&) const = default;
};

struct Profile {
    // By TermKind; ascending, each once. Words have 24 bits, MeSH numbers 32.
    std::array<std::vector<TermNumber>, kTermKinds> terms;
    std::vector<Mark> ancestors; // by term, with the name of each; empty when the profile comes from an index
    // Words of title and summary, by 32 bits of the hash of their spelling; ascending, each once. Of a million pairs of
    // records of sixty words each, one seems to share a word that it does not.
    std::vector<Mark> words;

    std::array<Code, kCodeFields> codes{};                 // by CodeField
    std::uint8_t phases = 0;                               // bit n: code n + 1 of phase_codes()
    std::optional<std::uint64_t> minimum_age, maximum_age; // seconds
    std::optional<bool> healthy;                           // volunteers
    bool has_results = false;
    bool continues = false; // its titles call it an extension, a continuation, a follow-up or a part of a study

    std::vector<study::NctId> aliases;
    std::vector<study::NctId> mentions; // other studies' numbers in its texts
    // Of the organisation and of other registries, in small letters, hashed; without those of grants.
    std::vector<Mark> other_ids;

    // As written; empty where the record says nothing.
    std::string title;
    std::string official_title; // only where there is no brief one
    std::string status;         // code
    std::string verified;       // date
    std::string youngest, oldest;
    std::vector<std::string> conditions; // then MeSH terms; each once
    std::vector<std::string> interventions;
    std::vector<std::string> outcomes;

    const std::vector<TermNumber>& of(TermKind kind) const { return terms[static_cast<std::size_t>(kind)]; }
    Code code(CodeField field) const { return codes[static_cast<std::size_t>(field)]; }
    bool operator==(const Profile&) const = default;
};

// `known`, the same record's profile from an index, spares the work of splitting its texts into terms again.
Profile profile_of(study::Value record, const Profile* known = nullptr);

} // namespace trialdex::index
