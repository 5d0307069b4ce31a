#include "store/sqlite/study_table.h"

#include "base/byte_codec.h"
#include "base/hash.h"

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

std::uint64_t StudyRow::mark() const {
    std::string bytes = fingerprint_bytes(fingerprint) + posted + '/' + holder + '/';
    for (const std::uint64_t value : {std::uint64_t{id.number()}, std::uint64_t{slot.offset}, std::uint64_t{size},
                                      sequence, zigzag(first_seen), zigzag(last_changed), zigzag(version_seen),
                                      std::uint64_t{version_count}, std::uint64_t{has_results}, modules}) {
        append_varint(bytes, value);
    }
    return hash64(bytes);
}

Result<StudyRow> study_row(const Rows& rows) {
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
    if (row.mark() != rows.natural(13)) {
        return fail(ErrorCode::Corrupt, fmt::format("What is noted about study {} is damaged.", rows.integer(0)));
    }
    return row;
}

Result<std::optional<StudyRow>> find_study(Database& database, NctId id) {
    Rows rows(database, "SELECT * FROM study WHERE nct = ?", id.number());
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::nullopt;
    auto study = study_row(rows);
    if (!study) return tl::unexpected(study.error());
    return std::move(*study);
}

Result<void> save_study(Database& database, const StudyRow& row) {
    const std::string fingerprint = fingerprint_bytes(row.fingerprint);
    Rows rows(database, "REPLACE INTO study VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row.id.number(),
              Blob{fingerprint}, row.posted, row.holder, row.slot.offset, std::uint64_t{row.size}, row.sequence,
              row.first_seen, row.last_changed, row.version_seen, row.version_count, row.has_results, row.modules,
              row.mark());
    return rows.run();
}

Result<void> touch_study(Database& database, const StudyRow& row) {
    Rows rows(database, "UPDATE study SET holder = ?2, version_count = ?3, modules = ?4, mark = ?5 WHERE nct = ?1",
              row.id.number(), row.holder, row.version_count, row.modules, row.mark());
    return rows.run();
}

Result<RecordRow> find_record(Database& database, NctId id) {
    Rows rows(database, "SELECT title, status, dates, checksum, body FROM record WHERE nct = ?", id.number());
    const auto found = rows.next();
    if (!found) return tl::unexpected(found.error());
    if (!*found) return fail(ErrorCode::Corrupt, fmt::format("The record of {} is missing from the store.", id.text()));
    RecordRow row{rows.text(0), rows.text(1), rows.text(2), rows.natural(3), rows.text(4)};
    if (hash64(row.body) != row.checksum) {
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
