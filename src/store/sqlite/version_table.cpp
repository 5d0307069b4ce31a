#include "store/sqlite/version_table.h"

#include "base/byte_codec.h"
#include "base/hash.h"
#include "store/sqlite/study_table.h"

#include <fmt/format.h>

namespace trialdex::store::sqlite {

namespace {

tl::unexpected<Error> damaged(NctId id) {
    return fail(ErrorCode::Corrupt, fmt::format("An older version of {} is damaged.", id.text()));
}

} // namespace

std::uint64_t VersionRow::mark() const {
    std::string bytes = fingerprint_bytes(link.fingerprint) + link.key.posted + '/' + link.key.holder + '/';
    for (const std::uint64_t value : {std::uint64_t{id.number()}, link.key.sequence, std::uint64_t{link.whole},
                                      zigzag(first_seen), std::uint64_t{slot.offset}, std::uint64_t{size}, checksum}) {
        append_varint(bytes, value);
    }
    return hash64(bytes);
}

Result<std::vector<VersionRow>> find_versions(Database& database, NctId id) {
    std::vector<VersionRow> versions;
    Rows rows(database,
              "SELECT id, posted, holder, sequence, fingerprint, whole, first_seen, slot, size, checksum, mark "
              "FROM version WHERE nct = ? ORDER BY posted, holder, sequence",
              id.number());
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return versions;
        VersionRow version;
        version.id = id;
        version.link.row = rows.integer(0);
        version.link.key = {rows.text(1), rows.text(2), rows.natural(3)};
        version.link.fingerprint = fingerprint_from(rows.bytes(4));
        version.link.whole = rows.integer(5) != 0;
        version.first_seen = rows.integer(6);
        version.slot.offset = static_cast<std::uint32_t>(rows.integer(7));
        version.size = rows.natural(8);
        version.checksum = rows.natural(9);
        if (version.mark() != rows.natural(10)) return damaged(id);
        versions.push_back(std::move(version));
    }
}

Result<std::string> find_version_body(Database& database, const VersionRow& version) {
    Rows rows(database, "SELECT body FROM version WHERE id = ?", version.link.row);
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row || hash64(rows.bytes(0)) != version.checksum) return damaged(version.id);
    return rows.text(0);
}

Result<void> insert_version(Database& database, const VersionRow& version, std::string_view body) {
    const std::string fingerprint = fingerprint_bytes(version.link.fingerprint);
    const VersionKey& key = version.link.key;
    Rows rows(database, "INSERT INTO version VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", version.id.number(),
              key.posted, key.holder, key.sequence, version.first_seen, Blob{fingerprint}, version.slot.offset,
              std::uint64_t{version.size}, version.link.whole, version.checksum, version.mark(), Blob{body});
    return rows.run();
}

Result<void> update_version(Database& database, const VersionRow& version, std::string_view body) {
    Rows rows(database, "UPDATE version SET checksum = ?2, mark = ?3, body = ?4 WHERE id = ?1", version.link.row,
              version.checksum, version.mark(), Blob{body});
    return rows.run();
}

Result<void> touch_version(Database& database, const VersionRow& version) {
    Rows rows(database, "UPDATE version SET holder = ?2, mark = ?3 WHERE id = ?1", version.link.row,
              version.link.key.holder, version.mark());
    return rows.run();
}

Result<void> delete_version(Database& database, const VersionRow& version) {
    Rows rows(database, "DELETE FROM version WHERE id = ?", version.link.row);
    return rows.run();
}

} // namespace trialdex::store::sqlite
