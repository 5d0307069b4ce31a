// Rows of the tables `study` and `record`: the current version of each study, facts in one, texts in the other.
#pragma once

#include "store/sqlite/database.h"
#include "store/store.h"

#include <optional>
#include <string>

namespace trialdex::store::sqlite {

struct StudyRow {
    NctId id{1};
    study::Fingerprint fingerprint{};
    std::string posted; // last update posted
    std::string holder; // newest data load that held the current version
    study::HolderSlot slot;
    std::size_t size = 0;       // of the record's JSON
    std::uint64_t sequence = 0; // of the change that made the current version current
    Milliseconds first_seen = 0;
    Milliseconds last_changed = 0;
    Milliseconds version_seen =
        0; // when the current version entered; before last_changed when it had been current before
    std::uint32_t version_count = 1;
    bool has_results = false;
    std::uint64_t modules = 0; // see ModuleBits

    std::uint64_t mark() const; // checksum over all of the above, kept in the row
};

struct RecordRow {
    std::string title;
    std::string status;
    std::string dates; // see ModuleDatesTable
    std::uint64_t checksum = 0;
    std::string body;
};

// Of a row whose first columns are those of the table `study`, in its order. Corrupt when its mark does not fit.
inline constexpr int kStudyColumns = 14;
Result<StudyRow> study_row(const Rows& rows);

Result<std::optional<StudyRow>> find_study(Database& database, NctId id);
Result<void> save_study(Database& database, const StudyRow& row);
// Only what can change while the current version stays: holder, version count, modules (when the schema learns new
// ones).
Result<void> touch_study(Database& database, const StudyRow& row);

// Corrupt when there is none, or when the body is not what was written.
Result<RecordRow> find_record(Database& database, NctId id);
Result<void> save_record(Database& database, NctId id, const RecordRow& row);

std::string fingerprint_bytes(const study::Fingerprint& fingerprint);
study::Fingerprint fingerprint_from(std::string_view bytes); // zeros when `bytes` are not 16

} // namespace trialdex::store::sqlite
