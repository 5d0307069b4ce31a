#include "store/sqlite/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace trialdex::store::sqlite {

namespace {

// Another process recovers or checkpoints for moments only; the writer lock keeps real contenders apart.
constexpr int kBusyMilliseconds = 10'000;

tl::unexpected<Error> failure(int code, std::string_view detail) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return fail(ErrorCode::Unreadable,
                    "The disk is full: nothing of this step was kept. Make room, then run it again.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::Busy, "Another process keeps the registry locked. Try again when it is done.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR: // our statements are right, so the tables are not
        return fail(ErrorCode::Corrupt, fmt::format("The registry's database is damaged ({}).", detail));
    case SQLITE_CONSTRAINT:
        return fail(ErrorCode::Corrupt, fmt::format("The registry's database contradicts itself ({}).", detail));
    default:
        return fail(ErrorCode::Unreadable,
                    fmt::format("The registry's database could not be read or written ({}).", detail));
    }
}

} // namespace

void Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Result<Database> Database::open(const std::string& path, Access access) {
    const int flags = access == Access::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    // NOMUTEX: a connection is used by one thread at a time.
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database;
    database.handle_.reset(handle);
    if (code != SQLITE_OK) return failure(code, sqlite3_errstr(code));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    // The file may not be what we wrote: no code out of its schema runs, and cells are checked before use.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (auto set = database.execute("PRAGMA cell_size_check=ON"); !set) return tl::unexpected(set.error());
    return database;
}

Result<void> Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failure(code, sqlite3_errmsg(handle_.get()));
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
    Rows rows(*this, sql);
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    return *row ? rows.integer(0) : 0;
}

Result<Statement> Database::take(std::string_view sql) {
    if (const auto idle = idle_.find(sql); idle != idle_.end() && idle->second) return std::move(idle->second);
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) return failure(code, sqlite3_errmsg(handle_.get()));
    return Statement(handle);
}

void Database::give_back(std::string_view sql, Statement statement) {
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    idle_[sql] = std::move(statement);
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

Rows::Rows(Database& database, std::string_view sql, Prepared) : database_(database), sql_(sql) {
    auto statement = database.take(sql);
    if (statement) {
        statement_ = std::move(*statement);
    } else {
        failure_ = std::move(statement.error());
    }
}

Rows::~Rows() {
    if (statement_) database_.give_back(sql_, std::move(statement_));
}

Result<bool> Rows::next() {
    if (failure_) return tl::unexpected(*failure_);
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return failure(code, sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
}

Result<void> Rows::run() {
    for (;;) {
        const auto row = next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
    }
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Rows::bytes(int column) const {
    const void* start = sqlite3_column_blob(statement_.get(), column);
    if (start == nullptr) return {};
    return {static_cast<const char*>(start), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Rows::bind(int at, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), at, value)); }

void Rows::bind(int at, std::string_view text) {
    // A null pointer would bind NULL; copied because callers pass temporaries.
    const char* start = text.empty() ? "" : text.data();
    check(sqlite3_bind_text64(statement_.get(), at, start, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Rows::bind(int at, Blob blob) {
    const char* start = blob.bytes.empty() ? "" : blob.bytes.data();
    check(sqlite3_bind_blob64(statement_.get(), at, start, blob.bytes.size(), SQLITE_STATIC));
}

void Rows::check(int code) {
    if (code != SQLITE_OK && !failure_) failure_ = failure(code, sqlite3_errstr(code)).value();
}

Result<Transaction> Transaction::begin(Database& database, Access access) {
    if (auto begun = database.execute(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun) {
        return tl::unexpected(begun.error());
    }
    return Transaction(database);
}

Transaction::~Transaction() {
    // SQLite has rolled back by itself after some errors (a full disk); then there is nothing left to do.
    if (database_ != nullptr && database_->in_transaction()) static_cast<void>(database_->execute("ROLLBACK"));
}

Result<void> Transaction::commit() {
    auto done = database_->execute("COMMIT");
    if (done) database_ = nullptr;
    return done;
}

} // namespace trialdex::store::sqlite
