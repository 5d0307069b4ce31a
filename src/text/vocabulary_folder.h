// The vocabulary files of a registry: <data>/vocabulary/, each under its own name.
#pragma once

#include "base/result.h"
#include "text/vocabulary.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trialdex::text {

inline constexpr std::size_t kMaxVocabularyFiles = 100;

struct VocabularyFile {
    std::string name;
    VocabularyKind kind;
    std::size_t entries = 0;
    std::size_t names = 0; // preferred ones and others
    std::uint64_t bytes = 0;
};

// "<data>/vocabulary"
std::string vocabulary_folder(const std::string& data);

// Checks the file and copies it in; one of the same name is replaced in one step.
Result<VocabularyFile> add_vocabulary(const std::string& folder, const std::string& file);
// By name; none when there is no such folder.
Result<std::vector<VocabularyFile>> list_vocabularies(const std::string& folder);
Result<void> remove_vocabulary(const std::string& folder, const std::string& name);

// A checksum over names and bytes of all files. What they say is not read, which takes about a second for 148,000
// forms.
Result<std::uint64_t> vocabularies_fingerprint(const std::string& folder);

// What all files of the folder together know; nothing when there is no such folder.
Result<Synonyms> load_vocabularies(const std::string& folder);

} // namespace trialdex::text
