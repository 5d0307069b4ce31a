// A record that may enter the registry: valid JSON, valid UTF-8, a well-formed NCT id; and what import must know of it.
#pragma once

#include "base/result.h"
#include "study/json.h"
#include "study/nct_id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::study {

// 128 bits over a JSON value: equal for texts that mean the same value (member order, white space, escapes and the way
// a number is written do not count).
using Fingerprint = std::array<std::uint64_t, 2>;

Fingerprint fingerprint_of(Value value);
// Of a whole record, where the version holder's day counts for nothing; `has_holder`: it has a well-formed one.
Fingerprint fingerprint_without_holder(Value root, bool has_holder);

// The version holder (derivedSection.miscInfoModule.versionHolder) is the day of the registry's data load. It changes
// in every record every day, so it is taken out of the text, kept beside it, and put back on the way out. Only a
// well-formed day (yyyy-MM-dd) is taken out; anything else stays where it is.
struct HolderSlot {
    std::uint32_t offset = 0; // of the ten characters in the text; 0 when the record has none
};
inline constexpr std::string_view kHolderBlank = "0000-00-00";

struct Record {
    NctId id{1};
    std::vector<NctId> aliases; // well-formed obsolete numbers
    std::string text;           // minified JSON, version holder replaced by kHolderBlank
    HolderSlot holder_slot;
    std::string version_holder;     // "2025-12-24", empty when the record has none
    std::string last_update_posted; // statusModule.lastUpdatePostDateStruct.date, empty when absent or malformed
    std::string brief_title;
    std::string overall_status; // code
    bool has_results = false;
    Fingerprint fingerprint{}; // of the record without the version holder
    std::vector<std::uint16_t>
        present;                      // ids of the schema structures (sections, modules, entities) it holds, ascending
    std::vector<std::string> unknown; // paths (dots, no indices) that the schema does not know, each once
};

// InvalidInput with the reason when it must not enter. `text` is one JSON value, in any layout.
Result<Record> check_record(std::string_view text);

// Ids of the schema structures that a record holds, ascending: Record::present without the rest of the check.
std::vector<std::uint16_t> present_structures(Value root);

// `text` with the version holder put back.
std::string restore_holder(std::string text, HolderSlot slot, std::string_view holder);

// Fingerprints of all modules of a record (and of hasResults), keyed by path with a dot; for "last changed".
struct ModuleFingerprint {
    std::string path; // "protocolSection.statusModule"; unknown modules too
    Fingerprint fingerprint;
};
std::vector<ModuleFingerprint> module_fingerprints(Value root);

} // namespace trialdex::study
