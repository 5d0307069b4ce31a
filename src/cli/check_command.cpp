// trialdex check: reads everything back.
#include "cli/commands.h"
#include "cli/registry.h"
#include "index/index.h"

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
    const auto index = index::check(data_folder(command.data));
    if (!index) return report_failure(index.error());
    for (const std::string& problem : *index) fmt::print("{}\n", problem);
    if (index::newest_generation(data_folder(command.data)) == 0) {
        fmt::print("search index: none\n");
    } else {
        fmt::print("search index: {}\n", index->empty() ? "sound" : "NOT sound, see above");
    }
    return report->problems.empty() && index->empty() ? kDone : kFailed;
}

} // namespace trialdex::cli
