// Which data the registry holds at the moment: the day it is of, and the entity tag that names it, the same for every
// URL.
#pragma once

#include "base/result.h"
#include "store/store.h"

#include <chrono>
#include <mutex>
#include <string>

namespace trialdex::api {

struct DataLoad {
    std::string etag;      // quoted
    std::string timestamp; // "2025-12-24T00:00:00", empty for a registry without data
};

// Asks the store at most once a second: an import may run beside us, but a summary counts the whole registry.
class CurrentDataLoad {
public:
    explicit CurrentDataLoad(const store::Reader& store) : store_(store) {}
    // Taken before an answer is made, so the tag is never newer than what the answer holds.
    Result<DataLoad> get() const;

private:
    const store::Reader& store_;
    mutable std::mutex mutex_;
    mutable DataLoad load_;
    mutable std::chrono::steady_clock::time_point asked_{};
};

} // namespace trialdex::api
