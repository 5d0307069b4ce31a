// trialdex serve: the site and the API on one address.
#include "api/api.h"
#include "api/kept_answers.h"
#include "base/keep_memory.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/registry.h"
#include "http/server.h"
#include "related/finder.h"
#include "search/search.h"
#include "web/site.h"

#include <chrono>
#include <fmt/format.h>
#include <mutex>

namespace trialdex::cli {

namespace {

store::Milliseconds now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

constexpr unsigned kSideThreads = 2; // for the slowest sections of pages

// The API answers below /api, the site everywhere else.
class FrontDoor final : public api::Handler {
public:
    FrontDoor(const store::Reader& store, const search::LiveIndex& index, const related::LiveFinder& related)
        : api_(store, &index, &related), site_(store, {now, spare_cores(kSideThreads)}, &index, &related) {}

    api::Response handle(const api::Request& request) const override {
        return of_api(request.path) ? api_.handle(request) : site_.handle(request);
    }
    std::size_t post_limit(std::string_view path) const override {
        return of_api(path) ? api_.post_limit(path) : site_.post_limit(path);
    }

private:
    static bool of_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

    api::Api api_;
    web::Site site_;
};

} // namespace

int run_serve(const ServeCommand& command) {
    keep_freed_memory();
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    std::mutex mutex; // whoever stops the server holds it, so that the server is there until stop() returns
    http::Server* running = nullptr;
    // Before the index and the server start threads of their own: those inherit the blocked signals.
    const Interrupt interrupt([&] {
        const std::lock_guard lock(mutex);
        if (running != nullptr) running->stop();
    });
    const auto index = search::open_index(data_folder(command.data), *store);
    if (!index) return report_failure(index.error());
    if (const auto current = (*index)->current()) {
        for (const std::string& warning : current->info().warnings) fmt::print(stderr, "trialdex: {}\n", warning);
    } else {
        fmt::print(stderr, "trialdex: there is no search index yet; build it with: trialdex index --data {}\n",
                   data_folder(command.data));
    }
    const auto related = related::open_finder(**index, *store);
    const FrontDoor front_door(*store, **index, *related);
    const api::KeptAnswers kept(front_door, *store, index->get(), now, command.cache_mb << 20);
    http::ServerOptions options;
    options.host = command.host;
    options.port = command.port;
    options.workers = command.workers;
    if (!command.quiet) options.log = [](const std::string& line) { fmt::print(stderr, "{}\n", line); };
    std::unique_ptr<http::Server> server;
    auto listening = http::Server::listen(kept, options);
    if (!listening) return report_failure(listening.error());
    server = std::move(*listening);
    {
        const std::lock_guard lock(mutex);
        running = server.get();
    }
    const bool v6 = command.host.find(':') != std::string::npos;
    fmt::print("trialdex serves {} on http://{}{}{}:{}  (Ctrl-C stops it)\n", data_folder(command.data), v6 ? "[" : "",
               command.host, v6 ? "]" : "", server->port());
    std::fflush(stdout);
    server->run();
    {
        const std::lock_guard lock(mutex);
        running = nullptr;
    }
    fmt::print("stopped\n");
    return kDone;
}

} // namespace trialdex::cli
