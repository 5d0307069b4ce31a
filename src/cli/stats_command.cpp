// trialdex stats: what the registry holds.
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/registry.h"

#include <fmt/format.h>

namespace trialdex::cli {

namespace {

void print_text(const store::Summary& summary) {
    const auto line = [](std::string_view label, const std::string& value) { fmt::print("{:<24}{}\n", label, value); };
    line("studies", count_words(summary.studies) + (summary.invented ? " (invented ones among them)" : ""));
    line("with results", count_words(summary.with_results));
    line("versions kept", count_words(summary.versions));
    line("data of", summary.newest_version_holder.empty() ? "no day stated" : summary.newest_version_holder);
    line("oldest data of", summary.oldest_version_holder.empty() ? "no day stated" : summary.oldest_version_holder);
    line("newest update posted", summary.newest_update_posted.empty() ? "no day stated" : summary.newest_update_posted);
    line("last change", fmt::format("number {}", summary.last_sequence));
    line("last import", summary.last_run ? time_words(summary.last_run->finished) : "none finished");
    line("JSON", size_words(summary.json_bytes));
    line("on disk", summary.json_bytes == 0 ? size_words(summary.stored_bytes)
                                            : fmt::format("{} ({:.1f} % of the JSON)", size_words(summary.stored_bytes),
                                                          100.0 * static_cast<double>(summary.stored_bytes) /
                                                              static_cast<double>(summary.json_bytes)));
}

void print_json(const store::Summary& summary) {
    JsonWriter json;
    json.begin_object();
    json.member("studies", summary.studies);
    json.member("withResults", summary.with_results);
    json.member("versions", summary.versions);
    json.member("lastSequence", summary.last_sequence);
    json.member("newestVersionHolder", summary.newest_version_holder);
    json.member("oldestVersionHolder", summary.oldest_version_holder);
    json.member("newestUpdatePosted", summary.newest_update_posted);
    json.member("invented", summary.invented);
    if (summary.last_run) json.member("lastImport", time_words(summary.last_run->finished));
    json.member("jsonBytes", summary.json_bytes);
    json.member("storedBytes", summary.stored_bytes);
    json.end_object();
    fmt::print("{}\n", json.text());
}

} // namespace

int run_stats(const StatsCommand& command) {
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    const auto summary = store->summary();
    if (!summary) return report_failure(summary.error());
    command.json ? print_json(*summary) : print_text(*summary);
    return kDone;
}

} // namespace trialdex::cli
