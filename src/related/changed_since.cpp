#include "related/changed_since.h"

#include <algorithm>
#include <mutex>

namespace trialdex::related {

namespace {

constexpr std::size_t kChangesAtOnce = 10'000;

} // namespace

Result<std::uint64_t> ChangedSince::look() const {
    for (;;) {
        std::uint64_t seen = 0;
        {
            const std::shared_lock lock(mutex_);
            seen = seen_;
        }
        const auto changes = store_.changes_since(seen, kChangesAtOnce);
        if (!changes) return tl::unexpected(changes.error());
        if (changes->empty()) return seen;
        const std::unique_lock lock(mutex_);
        for (const store::Change& change : *changes) ids_.insert(change.id.number());
        seen_ = std::max(seen_, changes->back().sequence);
    }
}

bool ChangedSince::holds(study::NctId id) const {
    const std::shared_lock lock(mutex_);
    return ids_.contains(id.number());
}

} // namespace trialdex::related
