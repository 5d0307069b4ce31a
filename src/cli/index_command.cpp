// trialdex index: what the search needs, built from the store.
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/index_report.h"
#include "cli/interrupt.h"
#include "cli/registry.h"

#include <chrono>
#include <fmt/format.h>

namespace trialdex::cli {

namespace {

void print_json(const index::BuildReport& report, double seconds) {
    JsonWriter json;
    json.begin_object()
        .member("generation", report.generation)
        .member("studies", report.studies)
        .member("indexed", report.indexed)
        .member("segments", std::uint64_t{report.segments})
        .member("bytes", report.bytes)
        .member("anew", report.anew);
    json.key("seconds").number(seconds).end_object();
    fmt::print("{}\n", json.text());
}

} // namespace

int run_index(const IndexCommand& command) {
    std::atomic<bool> cancel{false};
    const Interrupt interrupt([&] { cancel = true; });
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    const auto start = std::chrono::steady_clock::now();
    const auto report =
        build_index(data_folder(command.data), *store, {command.anew, command.threads, command.quiet, &cancel});
    if (!report) return report_failure(report.error());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (command.json)
        print_json(*report, seconds);
    else
        print_index_report(*report, seconds);
    return kDone;
}

} // namespace trialdex::cli
