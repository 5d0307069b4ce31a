// Putting an import's report together out of its batches.
#pragma once

#include "ingest/import.h"

#include <span>

namespace trialdex::ingest {

// Ids that came by in this import: a bit for each of the hundred million that there can be, 12.5 MB in all.
class SeenIds {
public:
    SeenIds() : seen_(100'000'000) {}
    bool insert(study::NctId id); // false when it was there

private:
    std::vector<bool> seen_;
};

// Adds what was found in a batch and lists it as far as the options allow. Returns how many file errors found no room.
std::size_t add_findings(ImportReport& report, ImportReport findings, const ImportOptions& options);

void count_outcomes(ImportReport& report, std::span<const study::Record> records,
                    std::span<const store::Outcome> outcomes, SeenIds& seen);

void count_unknown(ImportReport& report, const std::string& path, std::uint64_t records);

} // namespace trialdex::ingest
