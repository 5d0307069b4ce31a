// The store over one SQLite database: a pool of read-only connections, and the writer when it was opened for writing.
#include "store/sqlite/check.h"
#include "store/sqlite/overview.h"
#include "store/sqlite/read_records.h"
#include "store/sqlite/reader_pool.h"
#include "store/sqlite/tables.h"
#include "store/sqlite/writer.h"
#include "store/store.h"

#include <filesystem>
#include <fmt/format.h>

namespace trialdex::store {

namespace {

using namespace sqlite;

class SqliteStore final : public Store {
public:
    SqliteStore(std::string path, std::shared_ptr<Dictionaries> dictionaries, std::unique_ptr<Writer> writer)
        : path_(path), writer_(std::move(writer)), readers_(std::move(path), std::move(dictionaries)) {}

    Result<StoredRecord> get(NctId id) const override { return read(read_current, id); }
    Result<StoredRecord> get_version(NctId id, std::uint32_t number) const override {
        return read(read_version, id, number);
    }
    Result<std::vector<VersionInfo>> versions(NctId id) const override { return read(read_versions, id); }
    Result<std::optional<NctId>> find_alias(NctId alias) const override { return read(read_alias, alias); }
    Result<std::optional<ModuleDates>> module_dates(NctId id, std::string_view path) const override {
        return read(read_module_dates, id, path);
    }
    Result<std::optional<NctId>> previous(NctId id, std::string_view path) const override {
        return read(read_previous, id, path);
    }
    Result<std::optional<NctId>> next(NctId id, std::string_view path) const override {
        return read(read_next, id, path);
    }
    Result<Summary> summary() const override {
        auto summary = read(read_summary);
        if (summary) summary->stored_bytes = bytes_on_disk();
        return summary;
    }
    Result<std::vector<StudyBrief>> recently_updated(std::size_t limit) const override {
        return read(read_recently_updated, limit);
    }
    Result<std::vector<ImportRun>> runs(std::size_t limit) const override { return read(read_runs, limit); }
    Result<std::vector<Change>> changes_since(std::uint64_t sequence, std::size_t limit) const override {
        return read(read_changes, sequence, limit);
    }
    Result<std::vector<std::uint64_t>> structure_counts() const override { return read(read_structure_counts); }
    Result<void> for_each(const std::function<bool(const StoredRecord&)>& visit) const override {
        return read(read_between, kFirstId, kLastId, visit);
    }
    Result<void> for_each_in(NctId first, NctId last,
                             const std::function<bool(const StoredRecord&)>& visit) const override {
        return read(read_between, first, last, visit);
    }
    Result<std::vector<NctId>> ids() const override { return read(read_ids); }
    Result<CheckReport> check() const override { return read(check_registry); }

    Result<std::uint64_t> begin_run(std::string_view source) override {
        if (!writer_) return for_reading_only();
        return writer_->begin_run(source);
    }
    Result<std::vector<Outcome>> put(std::uint64_t run, std::span<const study::Record> records) override {
        if (!writer_) return for_reading_only();
        return writer_->put(run, records);
    }
    Result<void> end_run(std::uint64_t run, std::uint64_t read, std::uint64_t refused) override {
        if (!writer_) return for_reading_only();
        return writer_->end_run(run, read, refused);
    }
    bool wants_dictionary() const override { return writer_ && !writer_->has_dictionary(); }
    Result<void> train(std::span<const std::string> samples) override {
        if (!writer_) return for_reading_only();
        return writer_->train(samples);
    }
    Result<void> set_invented(bool invented) override {
        if (!writer_) return for_reading_only();
        return writer_->set_invented(invented);
    }

private:
    template <class Function, class... Arguments>
    auto read(const Function& function, const Arguments&... arguments) const
        -> decltype(function(std::declval<Connection&>(), arguments...)) {
        auto lease = readers_.lend();
        if (!lease) return tl::unexpected(lease.error());
        return function(**lease, arguments...);
    }

    static tl::unexpected<Error> for_reading_only() {
        return fail(ErrorCode::InvalidInput, "The registry was opened for reading only.");
    }

    std::uint64_t bytes_on_disk() const {
        std::uint64_t bytes = 0;
        for (const char* part : {"", "-wal", "-shm"}) {
            std::error_code absent;
            const auto size = std::filesystem::file_size(path_ + part, absent);
            if (!absent) bytes += size;
        }
        return bytes;
    }

    std::string path_;
    std::unique_ptr<Writer> writer_; // outlives the readers: the last connection to close tidies up, and they may not
    mutable ReaderPool readers_;
};

Result<std::unique_ptr<Writer>> open_writer(const std::string& folder, const std::string& path,
                                            std::shared_ptr<Dictionaries> dictionaries) {
    std::error_code refused;
    std::filesystem::create_directories(folder, refused);
    if (refused) {
        return fail(ErrorCode::Unreadable, fmt::format("{} cannot be made: {}.", folder, refused.message()));
    }
    auto lock = FileLock::take(
        folder + "/writer.lock",
        fmt::format("Another import is writing to the registry in {}. Try again when it is done.", folder));
    if (!lock) return tl::unexpected(lock.error());
    return Writer::open(path, std::move(*lock), std::move(dictionaries));
}

Result<void> require_registry(const std::string& folder, const std::string& path) {
    const auto none = [&] {
        return fail(ErrorCode::NotFound, fmt::format("There is no registry in {} yet. Import one first.", folder));
    };
    std::error_code unknown;
    if (!std::filesystem::exists(path, unknown)) return none();
    auto database = Database::open(path, Access::Read);
    if (!database) return tl::unexpected(database.error());
    const auto contents = recognise(*database, path);
    if (!contents) return tl::unexpected(contents.error());
    if (*contents == Contents::Empty) return none();
    return {};
}

} // namespace

Result<std::unique_ptr<Store>> open_sqlite(const std::string& folder, OpenMode mode) {
    const std::string path = fmt::format("{}/{}", folder, kFileName);
    auto dictionaries = std::make_shared<Dictionaries>();
    std::unique_ptr<Writer> writer;
    if (mode == OpenMode::ReadWrite) {
        auto opened = open_writer(folder, path, dictionaries);
        if (!opened) return tl::unexpected(opened.error());
        writer = std::move(*opened);
    } else if (auto there = require_registry(folder, path); !there) {
        return tl::unexpected(there.error());
    }
    return std::make_unique<SqliteStore>(path, std::move(dictionaries), std::move(writer));
}

} // namespace trialdex::store
