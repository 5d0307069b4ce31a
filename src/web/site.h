// The site: server-rendered pages that work without scripts. Everything that is not below /api/v2 comes here.
#pragma once

#include "api/exchange.h"
#include "base/side_tasks.h"
#include "store/store.h"

#include <functional>

namespace trialdex::search {
class LiveIndex;
}
namespace trialdex::related {
class LiveFinder;
}

namespace trialdex::web {

struct SiteOptions {
    // Now, in milliseconds since 1970-01-01 UTC; tests set it. Decides whether the data is called old.
    std::function<store::Milliseconds()> now;
    // Threads that work on one part of a page while another is written; 0 is well for tests and single cores.
    unsigned side_threads = 0;
};

class Site final : public api::Handler {
public:
    // `store`, `index` and `related` must outlive the site. Without an index the search page says how to build one.
    Site(const store::Reader& store, SiteOptions options, const search::LiveIndex* index = nullptr,
         const related::LiveFinder* related = nullptr)
        : store_(store), options_(std::move(options)), index_(index), related_(related), side_(options_.side_threads) {}
    api::Response handle(const api::Request& request) const override;
    std::size_t post_limit(std::string_view path) const override; // of the page that takes a draft

private:
    const store::Reader& store_;
    SiteOptions options_;
    const search::LiveIndex* index_;
    const related::LiveFinder* related_;
    mutable SideTasks side_;
};

} // namespace trialdex::web
