#include "store/sqlite/study_table.h"

#include "store/byte_codec.h"
#include "store/checksum.h"

#include <fmt/format.h>

namespace trialdex::store::sqlite {

std::string fingerprint_bytes(const study::Fingerprint& fingerprint) {
    std::string bytes;
    for (const std::uint64_t half : fingerprint) append_fixed64(bytes, half);
    return bytes;
}

study::Fingerprint fingerprint_from(std::string_view bytes) {
    if (bytes.size() != 16) return {};
    const std::uint64_t low = *take_fixed64(bytes);
    return {low, *take_fixed64(bytes)};
}

StudyRow study_row(const Rows& rows) {
    StudyRow row;
    row.id = NctId(static_cast<std::uint32_t>(rows.integer(0)));
    row.fingerprint = fingerprint_from(rows.bytes(1));
    row.posted = rows.text(2);
    row.holder = rows.text(3);
    row.slot.offset = static_cast<std::uint32_t>(rows.integer(4));
    row.size = rows.natural(5);
    row.sequence = rows.natural(6);
    row.first_seen = rows.integer(7);
    row.last_changed = rows.integer(8);
    row.version_seen = rows.integer(9);
    row.version_count = static_cast<std::uint32_t>(rows.integer(10));
    row.has_results = rows.integer(11) != 0;
    row.modules = rows.natural(12);
    return row;
}

Result<std::optional<StudyRow>> find_study(Database& database, NctId id) {
    Rows rows(database, "SELECT * FROM study WHERE nct = ?", id.number());
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::nullopt;
    return study_row(rows);
}

Result<void> save_study(Database& database, const StudyRow& row) {
    const std::string fingerprint = fingerprint_bytes(row.fingerprint);
    Rows rows(database, "REPLACE INTO study VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row.id.number(),
              Blob{fingerprint}, row.posted, row.holder, row.slot.offset, std::uint64_t{row.size}, row.sequence,
              row.first_seen, row.last_changed, row.version_seen, row.version_count, row.has_results, row.modules);
    return rows.run();
}

Result<void> save_study_holder(Database& database, NctId id, std::string_view holder) {
    Rows rows(database, "UPDATE study SET holder = ?2 WHERE nct = ?1", id.number(), holder);
    return rows.run();
}

Result<RecordRow> find_record(Database& database, NctId id) {
    Rows rows(database, "SELECT title, status, dates, checksum, body FROM record WHERE nct = ?", id.number());
    const auto found = rows.next();
    if (!found) return tl::unexpected(found.error());
    if (!*found) return fail(ErrorCode::Corrupt, fmt::format("The record of {} is missing from the store.", id.text()));
    RecordRow row{rows.text(0), rows.text(1), rows.text(2), rows.natural(3), rows.text(4)};
    if (checksum_of(row.body) != row.checksum) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The stored record of {} is damaged: its checksum does not match.", id.text()));
    }
    return row;
}

Result<void> save_record(Database& database, NctId id, const RecordRow& row) {
    Rows rows(database, "REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?)", id.number(), row.title, row.status,
              Blob{row.dates}, row.checksum, Blob{row.body});
    return rows.run();
}

} // namespace trialdex::store::sqlite
