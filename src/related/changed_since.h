// Which studies changed in the store since an index was built? What the index says of those is no longer what their
// records say. Safe for several threads.
#pragma once

#include "store/store.h"

#include <cstdint>
#include <shared_mutex>
#include <unordered_set>

namespace trialdex::related {

class ChangedSince {
public:
    // `store` must outlive it; `sequence` is the last change that the index holds.
    ChangedSince(const store::Reader& store, std::uint64_t sequence) : store_(store), seen_(sequence) {}

    // Takes in what changed since it last looked. The store's sequence.
    Result<std::uint64_t> look() const;
    bool holds(study::NctId id) const;

private:
    const store::Reader& store_;
    mutable std::shared_mutex mutex_;
    mutable std::uint64_t seen_;
    mutable std::unordered_set<std::uint32_t>
        ids_; // four bytes a study that an import brought before its index is there
};

} // namespace trialdex::related
