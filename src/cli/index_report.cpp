#include "cli/index_report.h"

#include "cli/commands.h"
#include "cli/registry.h"

#include <chrono>
#include <fmt/format.h>
#include <unistd.h>

namespace trialdex::cli {

namespace {

class IndexProgress {
public:
    void update(const index::BuildProgress& progress) {
        const auto now = std::chrono::steady_clock::now();
        const auto pause = terminal_ ? std::chrono::milliseconds(100) : std::chrono::seconds(10);
        if (now - last_ < pause && !progress.joining) return;
        last_ = now;
        drawn_ = true;
        const std::string line =
            progress.joining
                ? std::string("joining the parts of the search index")
                : fmt::format("indexing: {} of {} studies", count_words(progress.studies), count_words(progress.all));
        fmt::print(stderr, "{}{}{}", terminal_ ? "\r\x1b[2K" : "", line, terminal_ ? "" : "\n");
        std::fflush(stderr);
    }
    ~IndexProgress() {
        if (drawn_ && terminal_) fmt::print(stderr, "\r\x1b[2K");
    }

private:
    bool terminal_ = isatty(STDERR_FILENO) == 1;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace

Result<index::BuildReport> build_index(const std::string& registry, const store::Reader& store,
                                       const IndexRequest& request) {
    IndexProgress progress;
    index::BuildOptions options;
    options.threads = request.threads;
    options.cancel = request.cancel;
    if (!request.quiet) options.progress = [&](const index::BuildProgress& now) { progress.update(now); };
    return request.anew ? index::build(registry, store, options) : index::update(registry, store, options);
}

void print_index_report(const index::BuildReport& report, double seconds) {
    if (report.anew) {
        fmt::print("search index built anew ({}) in {:.1f} s: {} studies, {}\n", report.reason, seconds,
                   count_words(report.studies), size_words(report.bytes));
    } else if (report.indexed == 0) {
        fmt::print("search index is up to date: {} studies, {}\n", count_words(report.studies),
                   size_words(report.bytes));
    } else {
        fmt::print("search index brought up to date in {:.1f} s: {} studies read, {} in all, {} in {} segments\n",
                   seconds, count_words(report.indexed), count_words(report.studies), size_words(report.bytes),
                   report.segments);
    }
}

int index_after(const std::string& registry, const store::Reader& store, bool quiet, bool json,
                const std::atomic<bool>* cancel) {
    const auto start = std::chrono::steady_clock::now();
    const auto report = build_index(registry, store, {false, 2, quiet, cancel});
    if (!report) {
        report_failure(report.error());
        fmt::print(stderr, "The records are in; build the search index with: trialdex index --data {}\n", registry);
        return kFailed;
    }
    if (!json)
        print_index_report(*report, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return kDone;
}

} // namespace trialdex::cli
