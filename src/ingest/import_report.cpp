#include "ingest/import_report.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace trialdex::ingest {

namespace {

constexpr std::size_t kMaxUnknownFields = 10'000; // told apart; a hostile input has a new one in each record
constexpr std::string_view kOtherFields = "(further fields)"; // what the rest is counted under

std::size_t append_some(std::vector<Refusal>& list, std::vector<Refusal> more, std::size_t most) {
    const auto room = static_cast<std::ptrdiff_t>(std::min(more.size(), most - std::min(most, list.size())));
    std::move(more.begin(), more.begin() + room, std::back_inserter(list));
    return more.size() - static_cast<std::size_t>(room);
}

} // namespace

bool SeenIds::insert(study::NctId id) {
    if (seen_[id.number()]) return false;
    seen_[id.number()] = true;
    return true;
}

std::size_t add_findings(ImportReport& report, ImportReport findings, const ImportOptions& options) {
    report.read += findings.read;
    report.refused += findings.refused;
    report.json_bytes += findings.json_bytes;
    append_some(report.refusals, std::move(findings.refusals), options.max_reported);
    for (const auto& [path, records] : findings.unknown_fields) count_unknown(report, path, records);
    return append_some(report.file_errors, std::move(findings.file_errors), options.max_reported);
}

void count_outcomes(ImportReport& report, std::span<const study::Record> records,
                    std::span<const store::Outcome> outcomes, SeenIds& seen) {
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!seen.insert(records[i].id)) ++report.repeated_ids;
        switch (outcomes[i]) {
        case store::Outcome::New: ++report.added; break;
        case store::Outcome::Updated: ++report.updated; break;
        case store::Outcome::Older: ++report.older; break;
        case store::Outcome::Unchanged: ++report.unchanged; break;
        }
    }
}

void count_unknown(ImportReport& report, const std::string& path, std::uint64_t records) {
    const bool known = report.unknown_fields.size() < kMaxUnknownFields || report.unknown_fields.contains(path);
    report.unknown_fields[known ? path : std::string(kOtherFields)] += records;
}

} // namespace trialdex::ingest
