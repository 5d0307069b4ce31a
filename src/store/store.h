// What did the registry say, and when? Records with every version seen, when each record and module was first seen and
// last changed here, import runs, and a numbered log of changes. SQLite stands behind it (store/sqlite); tests are
// written against this interface so that another store can follow.
//
// Times are milliseconds since 1970-01-01 UTC. All reading functions may be called from several threads at once;
// one process at a time may write.
#pragma once

#include "base/result.h"
#include "study/nct_id.h"
#include "study/record.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trialdex::store {

using study::NctId;
using Milliseconds = std::int64_t;

// What became of a record that was offered.
enum class Outcome : std::uint8_t {
    New,       // first version of a study
    Updated,   // a newer version; the one before stays in the chain
    Older,     // an older version, put into the chain in date order
    Unchanged, // the registry had this very version
};

struct VersionInfo {
    std::uint32_t number = 0;       // 1 is the oldest known; renumbered when an older one turns up
    std::string last_update_posted; // as in the record, empty when absent
    std::string version_holder;     // newest data load in which this version was seen, empty when absent
    Milliseconds first_seen = 0;    // when this version entered this registry
    std::uint64_t sequence = 0;     // of the change that brought it
    study::Fingerprint fingerprint{};
};

struct StoredRecord {
    NctId id{1};
    std::string json; // the record's JSON text, version holder put back
    VersionInfo version;
    std::uint32_t version_count = 1;
    Milliseconds first_seen = 0;   // of the study
    Milliseconds last_changed = 0; // when the current version became current
};

struct ModuleDates {
    Milliseconds first_seen = 0;
    Milliseconds last_changed = 0;
};

struct StudyBrief {
    NctId id{1};
    std::string brief_title;
    std::string overall_status;
    std::string last_update_posted;
};

struct ImportRun {
    std::uint64_t number = 0;
    std::string source; // file names as given
    Milliseconds started = 0;
    Milliseconds finished = 0; // 0: running or cut off
    std::uint64_t read = 0, added = 0, updated = 0, older = 0, unchanged = 0, refused = 0;
};

struct Summary {
    std::uint64_t studies = 0;
    std::uint64_t with_results = 0;
    std::uint64_t versions = 0;
    std::uint64_t last_sequence = 0;   // 0 for an empty registry
    std::string newest_version_holder; // the data version: newest day of the registry's data seen
    std::string oldest_version_holder;
    std::string newest_update_posted;
    bool invented = false;             // the registry holds demo studies
    std::optional<ImportRun> last_run; // last finished
    std::uint64_t stored_bytes = 0;    // of the files on disk
    std::uint64_t json_bytes = 0;      // of the current records' JSON
};

struct Change {
    std::uint64_t sequence = 0;
    NctId id{1};
    Outcome outcome = Outcome::New;
    Milliseconds time = 0;
};

// What `check` found. `problems` are sentences; empty means sound.
struct CheckReport {
    std::uint64_t studies = 0;
    std::uint64_t versions = 0;
    std::vector<std::string> problems;
};

class Reader {
public:
    virtual ~Reader() = default;

    virtual Result<StoredRecord> get(NctId id) const = 0; // NotFound
    // Version `number`, 1 is the oldest. NotFound when there is no such study or version.
    virtual Result<StoredRecord> get_version(NctId id, std::uint32_t number) const = 0;
    virtual Result<std::vector<VersionInfo>> versions(NctId id) const = 0; // oldest first
    // The study that lists `alias` among its obsolete numbers (the lowest when several do).
    virtual Result<std::optional<NctId>> find_alias(NctId alias) const = 0;
    // Dates of one module ("protocolSection.statusModule", "hasResults") of the current version; nullopt when it has
    // none.
    virtual Result<std::optional<ModuleDates>> module_dates(NctId id, std::string_view module_path) const = 0;

    // The nearest study before / after `id` (which need not exist) that holds the structure `module_path`
    // (a module's path; empty: any study).
    virtual Result<std::optional<NctId>> previous(NctId id, std::string_view module_path) const = 0;
    virtual Result<std::optional<NctId>> next(NctId id, std::string_view module_path) const = 0;

    virtual Result<Summary> summary() const = 0;
    virtual Result<std::vector<StudyBrief>> recently_updated(std::size_t limit) const = 0; // newest update first
    virtual Result<std::vector<ImportRun>> runs(std::size_t limit) const = 0;              // newest first
    virtual Result<std::vector<Change>> changes_since(std::uint64_t sequence, std::size_t limit) const = 0;
    // How many studies hold each schema structure: index is the schema node's id; fields are 0.
    virtual Result<std::vector<std::uint64_t>> structure_counts() const = 0;
    // Every current record in id order; stop by returning false.
    virtual Result<void> for_each(const std::function<bool(const StoredRecord&)>& visit) const = 0;
    // The same for the studies from `first` to `last`, both included.
    virtual Result<void> for_each_in(NctId first, NctId last,
                                     const std::function<bool(const StoredRecord&)>& visit) const {
        return for_each([&](const StoredRecord& record) {
            if (record.id > last) return false;
            return record.id < first || visit(record);
        });
    }
    // Every study's number, ascending.
    virtual Result<std::vector<NctId>> ids() const {
        std::vector<NctId> all;
        auto read = for_each([&](const StoredRecord& record) {
            all.push_back(record.id);
            return true;
        });
        if (!read) return tl::unexpected(read.error());
        return all;
    }
    // Reads everything back: checksums, version chains, counts, the log. Slow and thorough.
    virtual Result<CheckReport> check() const = 0;
};

class Store : public Reader {
public:
    // Starts an import run and returns its number. A run that was cut off stays in the list with finished = 0.
    virtual Result<std::uint64_t> begin_run(std::string_view source) = 0;
    // Takes `records` in one transaction: when it returns, all of them are on disk; when it fails, none is.
    // outcomes[i] tells what became of records[i]. Two records of the same study in one call are taken in order.
    virtual Result<std::vector<Outcome>> put(std::uint64_t run, std::span<const study::Record> records) = 0;
    virtual Result<void> end_run(std::uint64_t run, std::uint64_t read, std::uint64_t refused) = 0;
    // True until the first dictionary is there; then `train` was called with samples of typical record texts.
    virtual bool wants_dictionary() const = 0;
    virtual Result<void> train(std::span<const std::string> samples) = 0;
    virtual Result<void> set_invented(bool invented) = 0;
};

enum class OpenMode { ReadOnly, ReadWrite };

// Opens the registry in `folder`; ReadWrite creates it when it is not there. Busy when another process writes,
// NotFound when there is none to read, Corrupt when the files are not a registry of ours or of a newer version.
Result<std::unique_ptr<Store>> open_sqlite(const std::string& folder, OpenMode mode);

} // namespace trialdex::store
