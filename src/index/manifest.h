// Which files make a generation of the index. A text file with a checksum as its last line, replaced in one step.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

// Raised when an index built before could answer otherwise: analysis, place codes, formats.
inline constexpr std::uint32_t kIndexVersion = 4;

struct Manifest {
    struct Part {
        std::string segment; // file names
        std::string deleted; // empty: none
        bool operator==(const Part&) const = default;
    };
    std::uint64_t generation = 0;
    std::uint64_t store_sequence = 0;
    std::uint64_t rules = 0;      // see rules_fingerprint()
    std::uint64_t vocabulary = 0; // fingerprint of the vocabulary files that the synonyms came from
    std::string synonyms;         // file name
    std::string phrases;          // file name of the common phrases
    std::string model;            // file name: the table of word vectors, see vectors/vector_model.h
    std::uint64_t fast_areas[2] = {};
    std::vector<Part> parts;
};

std::string manifest_name(std::uint64_t generation);
std::string write_manifest(const Manifest& manifest);
// Corrupt when the text is not what write_manifest makes.
Result<Manifest> read_manifest(std::string_view text);

// Generations with a manifest in `folder`, newest first.
std::vector<std::uint64_t> generations(const std::string& folder);
Result<Manifest> load_manifest(const std::string& folder, std::uint64_t generation);

// Held while the index in a folder is built.
inline constexpr std::string_view kLockName = "builder.lock";

// Removes what the two newest generations do not name.
void remove_unused_files(const std::string& folder);

// A checksum over everything that decides what postings hold: kIndexVersion, the ranking table, the schema's fields.
std::uint64_t rules_fingerprint();

} // namespace trialdex::index
