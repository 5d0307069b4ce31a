// What does a vocabulary file name? Files of four kinds, told apart by their content, become entries; entries of all
// files become concepts.
#pragma once

#include "base/result.h"
#include "text/synonyms.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::text {

inline constexpr std::size_t kMaxVocabularyBytes = 1U << 30;  // MeSH's own descriptors are 310 MB
inline constexpr std::size_t kMaxVocabularyNames = 5'000'000; // MeSH, diseases and drugs together have 215,000

enum class VocabularyKind { MeshTable, MeshXml, DiseaseTable, DrugTable };

// "MeSH descriptors (table)"
std::string_view kind_words(VocabularyKind kind);

struct VocabularyEntry {
    std::string id;
    std::string name;               // preferred
    std::vector<std::string> names; // others for the same thing, as written
    std::vector<std::string> mesh;  // MeSH descriptors that are said to be the same
};

struct Vocabulary {
    VocabularyKind kind;
    std::vector<VocabularyEntry> entries;
};

// `file` is named in messages.
Result<Vocabulary> read_vocabulary(std::string_view bytes, const std::string& file);

// Concepts in the order of the vocabularies. Entries of different vocabularies are one concept when an id says so
// without doubt (one disease for one MeSH descriptor) or when their preferred names have the same key. Names that would
// match anything are left out: numbers, function words, one or two characters, more than kMaxFormWords words.
inline constexpr std::size_t kMaxFormWords = 12;
std::vector<Concept> merge_vocabularies(std::span<const Vocabulary> vocabularies);

} // namespace trialdex::text
