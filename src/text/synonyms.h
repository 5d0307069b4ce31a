// Which phrases name the same thing? Concepts with their forms, frozen once built: from vocabularies (MeSH, Disease
// Ontology, drug names) and from the records' own pairs of names.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::text {

using ConceptId = std::uint32_t; // position in the table

struct Form {
    std::string key;  // text::phrase_key of it
    std::string name; // as the vocabulary writes it, for people
};

struct Concept {
    std::string source;      // "D009203", "DOID:5844", "DB00945"; "records" for the records' own pairs
    std::string name;        // preferred
    std::vector<Form> forms; // distinct keys, the preferred one first
};

class Synonyms {
public:
    Synonyms(); // knows nothing
    explicit Synonyms(std::vector<Concept> concepts);

    std::span<const Concept> concepts() const;
    // Concepts of which `key` is a form, ascending; empty for an unknown phrase.
    std::span<const ConceptId> find(std::string_view key) const;
    // Places the longest form takes; 0 when there is none.
    std::uint32_t longest() const;
    // A checksum over everything that decides matches: the index is built anew when it differs.
    std::uint64_t fingerprint() const;

private:
    struct Table;
    std::shared_ptr<const Table> table_; // copies share it
};

} // namespace trialdex::text
