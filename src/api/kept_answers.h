// Answers that were made a moment ago, given again as long as the data behind them is the same. A search costs
// milliseconds, and people and programs ask the same ones: the first page of a common condition, a page gone back to.
#pragma once

#include "api/data_load.h"
#include "api/exchange.h"
#include "search/search.h"
#include "store/store.h"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace trialdex::api {

// Stands before the API and the site and keeps their answers to searches (/search and /api/v2/studies): 200 only, and
// nothing that says "no-store". An answer is kept for the state of the data in which it was asked for: the generation
// of the index, the data load of the registry, and the day, since pages tell how old the data is. When any of them
// changes, all that was kept goes; the registry is asked at most once a second. What people search for stays in memory
// and leaves with the program.
//
// Who asks what another thread is making waits for that answer. Safe for several threads.
class KeptAnswers final : public Handler {
public:
    static constexpr std::size_t kUsualBytes = std::size_t{64} << 20; // some 1,500 search pages
    static constexpr std::size_t kLargestShare = 16; // an answer larger than one part in so many is not kept

    // `maker`, `store` and `index` must outlive this; `now` is milliseconds since 1970. With 0 bytes nothing is kept.
    KeptAnswers(const Handler& maker, const store::Reader& store, const search::LiveIndex* index,
                std::function<store::Milliseconds()> now, std::size_t most_bytes);

    Response handle(const Request& request) const override;
    std::size_t post_limit(std::string_view path) const override { return maker_.post_limit(path); }

    std::size_t bytes() const; // of what is kept

private:
    using Shared = std::shared_ptr<const Response>;
    struct Kept {
        std::string key;
        Shared response;
        std::size_t bytes = 0;
    };
    using Answers = std::list<Kept>; // the latest asked first

    std::string state() const;
    Shared find_or_claim(const std::string& key, const std::string& state) const;
    void keep(std::string key, const std::string& state, Shared response) const;
    void release(const std::string& key) const;

    const Handler& maker_;
    const search::LiveIndex* index_;
    std::function<store::Milliseconds()> now_;
    std::size_t most_bytes_;
    CurrentDataLoad data_load_;

    mutable std::mutex mutex_; // of all below
    mutable std::condition_variable made_;
    mutable std::string state_; // of what is kept
    mutable Answers answers_;
    mutable std::unordered_map<std::string_view, Answers::iterator> by_key_; // views into answers_
    mutable std::size_t bytes_ = 0;
    mutable std::set<std::string> making_;
};

} // namespace trialdex::api
