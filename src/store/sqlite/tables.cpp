#include "store/sqlite/tables.h"

#include <filesystem>
#include <fmt/format.h>

namespace trialdex::store::sqlite {

namespace {

constexpr std::int64_t kApplicationId = 0x74646578; // "tdex"

// Small things that every import touches apart from the blobs that it mostly does not: a data load moves the holders of
// all studies, and must not rewrite their records.
constexpr std::string_view kTables = R"(
CREATE TABLE registry(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    invented INTEGER NOT NULL,
    structures INTEGER NOT NULL,
    studies INTEGER NOT NULL,
    with_results INTEGER NOT NULL,
    versions INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    json_bytes INTEGER NOT NULL,
    newest_holder TEXT NOT NULL
) STRICT;

CREATE TABLE study(
    nct INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    posted TEXT NOT NULL,
    holder TEXT NOT NULL,
    slot INTEGER NOT NULL,
    size INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_changed INTEGER NOT NULL,
    version_seen INTEGER NOT NULL,
    version_count INTEGER NOT NULL,
    has_results INTEGER NOT NULL,
    modules INTEGER NOT NULL,
    mark INTEGER NOT NULL
) STRICT;
CREATE INDEX study_posted ON study(posted);

CREATE TABLE record(
    nct INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    dates BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE version(
    id INTEGER PRIMARY KEY,
    nct INTEGER NOT NULL,
    posted TEXT NOT NULL,
    holder TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    slot INTEGER NOT NULL,
    size INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX version_chain ON version(nct, posted, holder, sequence);

CREATE TABLE change(
    sequence INTEGER PRIMARY KEY,
    nct INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    time INTEGER NOT NULL,
    run INTEGER NOT NULL
) STRICT;

CREATE TABLE run(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    read INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    older INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL
) STRICT;

CREATE TABLE alias(
    alias INTEGER NOT NULL,
    nct INTEGER NOT NULL,
    PRIMARY KEY (alias, nct)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_study ON alias(nct);

CREATE TABLE dictionary(
    number INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    checksum INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE structure_count(path TEXT PRIMARY KEY, studies INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE holder_count(holder TEXT PRIMARY KEY, studies INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE module_bit(bit INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE module_block(block INTEGER PRIMARY KEY, modules INTEGER NOT NULL) STRICT;

INSERT INTO registry VALUES (1, 0, 0, 0, 0, 0, 0, 0, '');
)";

constexpr std::uintmax_t kSmallestDatabase = 512; // SQLite's smallest page

tl::unexpected<Error> damaged(std::string_view how) {
    return fail(ErrorCode::Corrupt, fmt::format("The registry's database is damaged ({}).", how));
}

} // namespace

Result<Contents> recognise(Database& database, const std::string& path) {
    const auto application = database.integer("PRAGMA application_id");
    if (!application) return tl::unexpected(application.error());
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return tl::unexpected(version.error());
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tl::unexpected(tables.error());

    if (*application == 0 && *version == 0 && *tables == 0) {
        // SQLite takes the stump of a file for an empty database.
        std::error_code unknown;
        const auto size = std::filesystem::file_size(path, unknown);
        if (!unknown && size > 0 && size < kSmallestDatabase) return damaged("cut short");
        return Contents::Empty;
    }
    if (*application != kApplicationId) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("{} is not a trialdex registry. Choose another data folder.", kFileName));
    }
    if (*version > kFormatVersion) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The registry was written by a newer trialdex (format {}, this program knows {}). "
                                "Use a newer program.",
                                *version, kFormatVersion));
    }
    if (*version < 1 || *tables == 0) return damaged("no tables");
    return Contents::Registry;
}

Result<void> create_tables(Database& database) {
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction) return tl::unexpected(transaction.error());
    const std::string sql =
        fmt::format("PRAGMA application_id={}; PRAGMA user_version={}; {}", kApplicationId, kFormatVersion, kTables);
    if (auto made = database.execute(sql); !made) return made;
    return transaction->commit();
}

} // namespace trialdex::store::sqlite
