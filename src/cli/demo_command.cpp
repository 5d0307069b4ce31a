// trialdex demo: invented studies into a registry, or into a file.
#include "cli/commands.h"
#include "cli/index_report.h"
#include "cli/registry.h"
#include "demo/demo.h"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <memory>

namespace trialdex::cli {

namespace {

constexpr std::size_t kBatch = 500;
constexpr std::uint64_t kDictionarySamples = 500;

int write_file(const DemoCommand& command) {
    const bool standard = command.out == "-";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        standard ? stdout : std::fopen(command.out.c_str(), "wb"), standard ? std::fflush : std::fclose);
    if (!file) return report_failure({ErrorCode::Unreadable, fmt::format("{} cannot be written", command.out)});
    for (std::uint64_t i = 0; i < command.studies; ++i) {
        const std::string line = demo::study_json(i) + "\n";
        if (std::fwrite(line.data(), 1, line.size(), file.get()) != line.size()) {
            return report_failure({ErrorCode::Unreadable, fmt::format("{} cannot be written to its end", command.out)});
        }
    }
    return kDone;
}

Result<void> fill(store::Store& store, const DemoCommand& command) {
    if (store.wants_dictionary()) {
        std::vector<std::string> samples;
        const std::uint64_t step = std::max<std::uint64_t>(1, command.studies / kDictionarySamples);
        for (std::uint64_t i = 0; i < command.studies; i += step) samples.push_back(demo::study_json(i));
        if (auto trained = store.train(samples); !trained) return trained;
    }
    if (auto marked = store.set_invented(true); !marked) return marked;
    const auto run = store.begin_run(fmt::format("invented studies, {}", command.studies));
    if (!run) return tl::unexpected(run.error());
    std::vector<study::Record> batch;
    for (std::uint64_t i = 0; i < command.studies; ++i) {
        auto record = study::check_record(demo::study_json(i));
        if (!record) return tl::unexpected(record.error());
        batch.push_back(std::move(*record));
        if (batch.size() == kBatch || i + 1 == command.studies) {
            if (auto put = store.put(*run, batch); !put) return tl::unexpected(put.error());
            batch.clear();
        }
    }
    return store.end_run(*run, command.studies, 0);
}

} // namespace

int run_demo(const DemoCommand& command) {
    if (!command.out.empty()) return write_file(command);
    const auto store = open_registry(command.data, store::OpenMode::ReadWrite);
    if (!store) return kFailed;
    const auto summary = store->summary();
    if (!summary) return report_failure(summary.error());
    if (summary->studies > 0 && !summary->invented) {
        return report_failure(
            {ErrorCode::InvalidInput,
             fmt::format("{} holds {} studies from files; invented ones belong in a registry of their "
                         "own: choose another folder with --data DIR",
                         data_folder(command.data), count_words(summary->studies))});
    }
    const auto start = std::chrono::steady_clock::now();
    if (auto filled = fill(*store, command); !filled) return report_failure(filled.error());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const std::string folder = data_folder(command.data);
    fmt::print("{} invented studies in {}, {:.1f} s\n", count_words(command.studies), folder, seconds);
    if (const int indexed = index_after(folder, *store, false, false, nullptr); indexed != kDone) return indexed;
    fmt::print("Now: trialdex serve --data {}\n", folder);
    return kDone;
}

} // namespace trialdex::cli
