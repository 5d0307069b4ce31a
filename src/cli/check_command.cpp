// trialdex check: reads everything back.
#include "cli/commands.h"
#include "cli/registry.h"

#include <fmt/format.h>

namespace trialdex::cli {

int run_check(const CheckCommand& command) {
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    const auto report = store->check();
    if (!report) return report_failure(report.error());
    for (const std::string& problem : report->problems) fmt::print("{}\n", problem);
    fmt::print("{} studies, {} versions: {}\n", count_words(report->studies), count_words(report->versions),
               report->problems.empty() ? "sound" : "NOT sound, see above");
    return report->problems.empty() ? kDone : kFailed;
}

} // namespace trialdex::cli
