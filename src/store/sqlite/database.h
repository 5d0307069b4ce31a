// One SQLite connection with its statements, errors as values. All that the rest of sqlite/ needs of SQLite.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace trialdex::store::sqlite {

enum class Access : std::uint8_t { Read, Write };

// A blob to bind; the bytes must stay where they are until the rows are done with.
struct Blob {
    std::string_view bytes;
};

struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

class Database {
public:
    // Write creates the file when it is not there.
    static Result<Database> open(const std::string& path, Access access);

    Result<void> execute(const std::string& sql);       // any number of statements, rows dropped
    Result<std::int64_t> integer(std::string_view sql); // first column of the first row, 0 when there is none
    std::int64_t last_row() const;                      // row id of the last insert
    bool in_transaction() const;

private:
    friend class Rows;
    struct Close {
        void operator()(sqlite3* database) const;
    };
    Result<Statement> take(std::string_view sql);
    void give_back(std::string_view sql, Statement statement);

    std::unique_ptr<sqlite3, Close> handle_;
    std::unordered_map<std::string_view, Statement> idle_; // prepared once, for the next time
};

// One run of a statement: binds the values in order and steps through rows. The end of its life ends the run (one that
// did not end would hold on to its view of the database). `sql` must be a literal: prepared statements are kept by it.
class Rows {
public:
    template <class... Values>
    Rows(Database& database, std::string_view sql, const Values&... values) : Rows(database, sql, Prepared{}) {
        [[maybe_unused]] int at = 0;
        (bind(++at, values), ...);
    }
    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    Result<bool> next(); // true: there is a row
    Result<void> run();  // steps to the end

    // Columns from 0. Texts and blobs are valid until the next step.
    std::int64_t integer(int column) const;
    std::uint64_t natural(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    std::string_view bytes(int column) const; // of a text or a blob
    std::string text(int column) const { return std::string(bytes(column)); }

private:
    struct Prepared {};
    Rows(Database& database, std::string_view sql, Prepared);

    void bind(int at, std::int64_t value);
    void bind(int at, std::uint64_t value) { bind(at, static_cast<std::int64_t>(value)); }
    void bind(int at, std::uint32_t value) { bind(at, static_cast<std::int64_t>(value)); }
    void bind(int at, int value) { bind(at, static_cast<std::int64_t>(value)); }
    void bind(int at, bool value) { bind(at, static_cast<std::int64_t>(value)); }
    void bind(int at, std::string_view text);
    void bind(int at, const std::string& text) { bind(at, std::string_view(text)); }
    void bind(int at, Blob blob);
    void check(int code);

    Database& database_;
    std::string_view sql_;
    Statement statement_;
    std::optional<Error> failure_; // of preparing or binding
};

// BEGIN … COMMIT; rolls back when it is not committed. The database must stay where it is.
class Transaction {
public:
    static Result<Transaction> begin(Database& database, Access access);
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

} // namespace trialdex::store::sqlite
