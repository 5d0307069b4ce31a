// The index in use: opened once, replaced when a newer generation appears, without anybody waiting.
#include "base/repeater.h"
#include "search/engine.h"

namespace trialdex::search {

namespace {

constexpr std::chrono::milliseconds kLook{1000};
constexpr std::size_t kCheckedAtOnce = std::size_t{64} << 20; // bytes a second

class Live final : public LiveIndex {
public:
    Live(std::string registry, const store::Reader& store) : registry_(std::move(registry)), store_(store) {}

    Result<void> open() {
        auto snapshot = index::open_newest(registry_);
        if (!snapshot) {
            tried_ = index::newest_generation(registry_);
            return tl::unexpected(snapshot.error());
        }
        tried_ = std::max((*snapshot)->generation, index::newest_generation(registry_));
        auto engine = std::make_shared<Engine>(std::move(*snapshot), store_);
        {
            const std::lock_guard lock(mutex_);
            engine_.swap(engine);
        }
        if (engine) replaced_.push_back(std::move(engine));
        return {};
    }

    void watch() {
        watcher_ = std::make_unique<Repeater>(kLook, [this] { look(); });
    }

    std::shared_ptr<const Searcher> current() const override { return engine(); }

private:
    std::shared_ptr<Engine> engine() const {
        const std::lock_guard lock(mutex_);
        return engine_;
    }

    void look() {
        if (index::newest_generation(registry_) > tried_) static_cast<void>(open());
        // Unmapping gigabytes is done here, not in the request that lets go of them last.
        std::erase_if(replaced_, [](const auto& engine) { return engine.use_count() == 1; });
        if (const auto engine = this->engine()) engine->check_some(kCheckedAtOnce);
    }

    std::string registry_;
    const store::Reader& store_;
    std::uint64_t tried_ = 0; // newest generation that was looked at
    mutable std::mutex mutex_;
    std::shared_ptr<Engine> engine_;
    std::vector<std::shared_ptr<Engine>> replaced_; // until their last request is answered; of the watcher alone
    std::unique_ptr<Repeater> watcher_;             // last: stops before the rest goes
};

} // namespace

Result<std::unique_ptr<LiveIndex>> open_index(const std::string& folder, const store::Reader& store) {
    auto live = std::make_unique<Live>(folder, store);
    if (auto opened = live->open(); !opened && opened.error().code != ErrorCode::NotFound)
        return tl::unexpected(opened.error());
    live->watch();
    return std::unique_ptr<LiveIndex>(std::move(live));
}

} // namespace trialdex::search
