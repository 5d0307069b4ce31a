#include "store/sqlite/writer.h"

#include "base/hash.h"
#include "store/sqlite/put_batch.h"
#include "store/sqlite/recount.h"
#include "store/sqlite/tables.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace trialdex::store::sqlite {

namespace {

constexpr unsigned kMaxWorkers = 8; // beyond this, the one thread that writes is what everybody waits for

Milliseconds now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Result<void> prepare_tables(const std::string& path) {
    auto database = Database::open(path, Access::Write);
    if (!database) return tl::unexpected(database.error());
    const auto contents = recognise(*database, path);
    if (!contents) return tl::unexpected(contents.error());
    if (*contents == Contents::Empty) {
        if (auto set = database->execute("PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            !set) {
            return set;
        }
        if (auto made = create_tables(*database); !made) return made;
    }
    auto transaction = Transaction::begin(*database, Access::Write);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto assigned = ModuleBits::assign(*database); !assigned) return assigned;
    return transaction->commit();
}

} // namespace

Writer::Writer(FileLock lock, std::unique_ptr<Connection> connection)
    : lock_(std::move(lock)), connection_(std::move(connection)),
      pool_(std::clamp(std::thread::hardware_concurrency(), 1U, kMaxWorkers)), codecs_(pool_.workers()) {}

Result<std::unique_ptr<Writer>> Writer::open(const std::string& path, FileLock lock,
                                             std::shared_ptr<Dictionaries> dictionaries) {
    if (auto prepared = prepare_tables(path); !prepared) return tl::unexpected(prepared.error());
    auto connection = Connection::open(path, Access::Write, std::move(dictionaries));
    if (!connection) return tl::unexpected(connection.error());
    if (auto counted = recount_structures(**connection); !counted) return tl::unexpected(counted.error());
    const auto trained = (*connection)->database.integer("SELECT count(*) FROM dictionary");
    if (!trained) return tl::unexpected(trained.error());
    std::unique_ptr<Writer> writer(new Writer(std::move(lock), std::move(*connection)));
    writer->has_dictionary_ = *trained > 0;
    return writer;
}

Result<std::uint64_t> Writer::begin_run(std::string_view source) {
    const std::lock_guard guard(mutex_);
    Rows rows(connection_->database, "INSERT INTO run VALUES (NULL, ?, ?, 0, 0, 0, 0, 0, 0, 0)", source, now());
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    return static_cast<std::uint64_t>(connection_->database.last_row());
}

Result<std::vector<Outcome>> Writer::put(std::uint64_t run, std::span<const study::Record> records) {
    const std::lock_guard guard(mutex_);
    auto transaction = Transaction::begin(connection_->database, Access::Write);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto known = require_run(run); !known) return tl::unexpected(known.error());
    PutBatch batch(*connection_, pool_, codecs_, run, now());
    auto outcomes = batch.take(records);
    if (!outcomes) return outcomes;

    RunCounts counts = unsaved_.run == run ? unsaved_ : RunCounts{run};
    for (const Outcome outcome : *outcomes) {
        switch (outcome) {
        case Outcome::New: ++counts.added; break;
        case Outcome::Updated: ++counts.updated; break;
        case Outcome::Older: ++counts.older; break;
        case Outcome::Unchanged: ++counts.unchanged; break;
        }
    }
    if (!batch.wrote()) {
        unsaved_ = counts;
        return outcomes;
    }
    if (auto saved = save_counts(counts); !saved) return tl::unexpected(saved.error());
    if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
    unsaved_ = {};
    return outcomes;
}

Result<void> Writer::end_run(std::uint64_t run, std::uint64_t read, std::uint64_t refused) {
    const std::lock_guard guard(mutex_);
    auto transaction = Transaction::begin(connection_->database, Access::Write);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto known = require_run(run); !known) return known;
    if (unsaved_.run == run) {
        if (auto saved = save_counts(unsaved_); !saved) return saved;
    }
    Rows rows(connection_->database, "UPDATE run SET finished = ?2, read = ?3, refused = ?4 WHERE number = ?1", run,
              now(), read, refused);
    if (auto done = rows.run(); !done) return done;
    if (auto committed = transaction->commit(); !committed) return committed;
    unsaved_ = {};
    return {};
}

Result<void> Writer::require_run(std::uint64_t run) {
    Rows rows(connection_->database, "SELECT 1 FROM run WHERE number = ?", run);
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(ErrorCode::NotFound, fmt::format("There is no import run {}: begin one first.", run));
    return {};
}

Result<void> Writer::save_counts(const RunCounts& counts) {
    Rows rows(
        connection_->database,
        "UPDATE run SET added = added + ?2, updated = updated + ?3, older = older + ?4, unchanged = unchanged + ?5 "
        "WHERE number = ?1",
        counts.run, counts.added, counts.updated, counts.older, counts.unchanged);
    return rows.run();
}

Result<void> Writer::train(std::span<const std::string> samples) {
    const std::lock_guard guard(mutex_);
    const std::string body = train_dictionary(samples);
    if (body.empty()) return {}; // too few samples; records are packed without until there are more
    auto dictionary = Dictionary::load(body);
    if (!dictionary) return tl::unexpected(dictionary.error());
    Rows rows(connection_->database, "INSERT OR IGNORE INTO dictionary(id, checksum, body) VALUES (?, ?, ?)",
              (*dictionary)->id(), hash64(body), Blob{body});
    if (auto done = rows.run(); !done) return done;
    connection_->dictionaries->add(*dictionary);
    has_dictionary_ = true;
    return {};
}

Result<void> Writer::set_invented(bool invented) {
    const std::lock_guard guard(mutex_);
    Rows rows(connection_->database, "UPDATE registry SET invented = ?", invented);
    return rows.run();
}

} // namespace trialdex::store::sqlite
