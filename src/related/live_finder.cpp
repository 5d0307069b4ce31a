// The finder in use: made anew in the background when the index is.
#include "base/repeater.h"
#include "related/finder.h"

#include <chrono>
#include <mutex>

namespace trialdex::related {

namespace {

constexpr std::chrono::milliseconds kLook{1000};

class Live final : public LiveFinder {
public:
    Live(const search::LiveIndex& index, const store::Reader& store) : index_(index), store_(store) {
        look();
        watcher_ = std::make_unique<Repeater>(kLook, [this] { look(); });
    }

    std::shared_ptr<const Finder> current() const override {
        const std::lock_guard lock(mutex_);
        return finder_;
    }

private:
    void look() {
        auto searcher = index_.current();
        if (searcher == searcher_) return;
        auto finder = make_finder(searcher, store_); // walks the whole dictionary
        searcher_ = std::move(searcher);
        const std::lock_guard lock(mutex_);
        finder_.swap(finder);
    }

    const search::LiveIndex& index_;
    const store::Reader& store_;
    std::shared_ptr<const search::Searcher> searcher_; // of finder_; the watcher's own
    mutable std::mutex mutex_;
    std::shared_ptr<const Finder> finder_;
    std::unique_ptr<Repeater> watcher_; // last: stops before the rest goes
};

} // namespace

std::unique_ptr<LiveFinder> open_finder(const search::LiveIndex& index, const store::Reader& store) {
    return std::make_unique<Live>(index, store);
}

} // namespace trialdex::related
