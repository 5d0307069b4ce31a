// Where a version belongs in the chain of a study, decided from keys alone (no texts, no database).
//
// A version is one content of the record, told by its fingerprint. It stands at the newest data load that held it, so
// the chain is the set of contents sorted by (last update posted, version holder): whatever order versions are imported
// in, the same chain comes out. Equal keys stay in order of arrival.
#pragma once

#include "study/record.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace trialdex::store {

struct VersionKey {
    std::string posted;         // last update posted, empty sorts first
    std::string holder;         // newest data load that held it
    std::uint64_t sequence = 0; // of the change that brought it: settles equal dates

    auto operator<=>(const VersionKey&) const = default;
};

struct Link {
    std::int64_t row = 0; // of the store, not looked at here
    VersionKey key;
    study::Fingerprint fingerprint{};
    bool whole = false; // stored on its own, not as a difference against the next newer version
};

// What a candidate does to a chain.
struct Placement {
    enum class Kind : std::uint8_t {
        Known,  // the chain holds it, seen in this data load or a newer one: nothing to write
        Seen,   // the chain holds it at `at` and it was seen in a newer load: its holder moves up, its place stays
        Moved,  // the same, and its place changes from `at` to `to` (counted without it); at the end it becomes current
                // again
        Insert, // unknown: goes in before position `to`; at the end it becomes current
    };
    Kind kind = Kind::Known;
    std::size_t at = 0;
    std::size_t to = 0;

    bool operator==(const Placement&) const = default;
};

// `chain` is sorted oldest first and not empty; `candidate.sequence` does not count.
Placement place(std::span<const Link> chain, const VersionKey& candidate, const study::Fingerprint& fingerprint);

} // namespace trialdex::store
