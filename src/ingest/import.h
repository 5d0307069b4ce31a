// Files in, records out to the store: the whole import, with progress and a report that adds up.
#pragma once

#include "base/result.h"
#include "store/store.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace trialdex::ingest {

struct ImportOptions {
    std::size_t max_record_bytes = 32U << 20; // a longer record is refused; the largest real one has 1.5 MB
    std::size_t max_reported = 1000;          // refusals listed one by one; all are counted
    std::size_t batch_bytes = 16U << 20;      // JSON bytes a transaction
    const std::atomic<bool>* cancel =
        nullptr; // set: finish the batch, then stop (Error Cancelled is not raised; see report)
};

struct Progress {
    std::uint64_t records = 0;
    std::uint64_t bytes_done = 0;  // of the input as it lies on disk
    std::uint64_t bytes_total = 0; // 0 when unknown (standard input)
    std::uint64_t json_bytes = 0;  // uncompressed
};

struct Refusal {
    std::string file;
    std::string place;  // "line 17", "entry NCT00000001.json", "element 3", "byte 5120"
    std::string reason; // one sentence
};

// read = added + updated + older + unchanged + refused, always.
struct ImportReport {
    std::uint64_t read = 0, added = 0, updated = 0, older = 0, unchanged = 0, refused = 0;
    std::uint64_t repeated_ids = 0; // records whose id came earlier in this import (each is also counted above)
    std::uint64_t json_bytes = 0;
    std::vector<Refusal> refusals;    // the first max_reported
    std::vector<Refusal> file_errors; // files that could not be read or recognised, or not to their end
    std::map<std::string, std::uint64_t> unknown_fields; // path → records that have it
    bool cancelled = false;
};

// Imports `paths` ("-" is standard input; folders are walked in name order) into `store` as one run. Errors of single
// records and files are in the report; the Result is an error only when the store fails.
Result<ImportReport> import_files(store::Store& store, const std::vector<std::string>& paths,
                                  const ImportOptions& options, const std::function<void(const Progress&)>& progress);

} // namespace trialdex::ingest
