// trialdex import: files in, a report out.
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/index_report.h"
#include "cli/interrupt.h"
#include "cli/progress_bar.h"
#include "cli/registry.h"
#include "ingest/import.h"

#include <fmt/format.h>

namespace trialdex::cli {

namespace {

constexpr std::size_t kShownRefusals = 20;

void print_refusals(const std::vector<ingest::Refusal>& refusals, std::uint64_t all) {
    for (std::size_t i = 0; i < refusals.size() && i < kShownRefusals; ++i) {
        const ingest::Refusal& refusal = refusals[i];
        fmt::print(stderr, "refused: {}, {}: {}\n", refusal.file, refusal.place, refusal.reason);
    }
    if (all > kShownRefusals)
        fmt::print(stderr, "refused: and {} more (--json lists them)\n", count_words(all - kShownRefusals));
}

void print_file_errors(const std::vector<ingest::Refusal>& errors) {
    for (const ingest::Refusal& error : errors) {
        fmt::print(stderr, "{}{}{}: {}\n", error.file, error.place.empty() ? "" : ", ", error.place, error.reason);
    }
}

void print_text(const ingest::ImportReport& report, double seconds) {
    print_file_errors(report.file_errors);
    print_refusals(report.refusals, report.refused);
    fmt::print("read {}: {} new, {} newer versions, {} older versions, {} unchanged, {} refused\n",
               count_words(report.read), count_words(report.added), count_words(report.updated),
               count_words(report.older), count_words(report.unchanged), count_words(report.refused));
    fmt::print("{} of JSON in {:.1f} s, {:.0f} MB/s\n", size_words(report.json_bytes), seconds,
               static_cast<double>(report.json_bytes) / 1e6 / seconds);
    if (report.repeated_ids > 0) {
        fmt::print("records whose id came before in this import: {}; the newest version of each is current\n",
                   count_words(report.repeated_ids));
    }
    if (!report.unknown_fields.empty()) fmt::print("fields that this version does not know, kept as they are:\n");
    for (const auto& [path, records] : report.unknown_fields)
        fmt::print("  {} (records: {})\n", path, count_words(records));
    if (report.cancelled)
        fmt::print("stopped on request: what is counted above is in; the same import goes on where it stopped\n");
}

void write_refusals(JsonWriter& json, std::string_view name, const std::vector<ingest::Refusal>& refusals) {
    json.key(name).begin_array();
    for (const ingest::Refusal& refusal : refusals) {
        json.begin_object()
            .member("file", refusal.file)
            .member("place", refusal.place)
            .member("reason", refusal.reason);
        json.end_object();
    }
    json.end_array();
}

void print_json(const ingest::ImportReport& report) {
    JsonWriter json;
    json.begin_object();
    json.member("read", report.read);
    json.member("new", report.added);
    json.member("updated", report.updated);
    json.member("older", report.older);
    json.member("unchanged", report.unchanged);
    json.member("refused", report.refused);
    json.member("repeatedIds", report.repeated_ids);
    json.member("jsonBytes", report.json_bytes);
    json.member("stopped", report.cancelled);
    write_refusals(json, "refusals", report.refusals);
    write_refusals(json, "fileErrors", report.file_errors);
    json.key("unknownFields").begin_object();
    for (const auto& [path, records] : report.unknown_fields) json.member(path, records);
    json.end_object().end_object();
    fmt::print("{}\n", json.text());
}

// Real records must never stand under the banner "nothing here is real", nor invented ones without it.
bool holds_invented(const store::Store& store, const std::string& folder) {
    const auto summary = store.summary();
    if (!summary || !summary->invented) return false;
    fmt::print(stderr,
               "trialdex: {0} holds invented studies; records from files belong in a registry of their own.\n"
               "Import into another folder (--data DIR), or remove {0} first.\n",
               folder);
    return true;
}

int exit_code(const ingest::ImportReport& report) {
    const bool nothing_read = report.read == 0 && !report.file_errors.empty();
    if (report.cancelled || nothing_read) return kFailed;
    return report.refused > 0 || !report.file_errors.empty() ? kSomeRefused : kDone;
}

} // namespace

int run_import(const ImportCommand& command) {
    std::atomic<bool> cancel{false};
    const Interrupt interrupt([&] {
        cancel = true;
        fmt::print(stderr, "\nstopping after the records under way (once more to stop at once)\n");
    });
    const auto store = open_registry(command.data, store::OpenMode::ReadWrite);
    if (!store || holds_invented(*store, data_folder(command.data))) return kFailed;
    ProgressBar bar(command.quiet);
    const auto start = std::chrono::steady_clock::now();
    ingest::ImportOptions options;
    options.max_record_bytes = command.max_record_mb << 20;
    options.cancel = &cancel;
    const auto report = ingest::import_files(*store, command.files, options,
                                             [&](const ingest::Progress& progress) { bar.update(progress); });
    bar.finish();
    if (!report) return report_failure(report.error());
    if (command.json) {
        print_json(*report);
    } else {
        print_text(*report, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    if (command.index && !report->cancelled) {
        if (const int indexed = index_after(data_folder(command.data), *store, command.quiet, command.json, &cancel);
            indexed != kDone)
            return indexed;
    }
    return exit_code(*report);
}

} // namespace trialdex::cli
