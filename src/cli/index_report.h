// Building the index from the command line, with progress; used by `index`, and by `import` and `demo` at their end.
#pragma once

#include "index/index.h"
#include "store/store.h"

#include <atomic>
#include <string>

namespace trialdex::cli {

struct IndexRequest {
    bool anew = false;
    unsigned threads = 2;
    bool quiet = false;
    const std::atomic<bool>* cancel = nullptr;
};

Result<index::BuildReport> build_index(const std::string& registry, const store::Reader& store,
                                       const IndexRequest& request);
// "indexed 2,000 studies anew in 1.2 s; …"
void print_index_report(const index::BuildReport& report, double seconds);

// What `import` and `demo` do at their end: brings the index up to date and says so, unless the report is `json`.
// The exit code; records are safe whatever becomes of the index.
int index_after(const std::string& registry, const store::Reader& store, bool quiet, bool json,
                const std::atomic<bool>* cancel);

} // namespace trialdex::cli
