// Joins runs into one segment. Runs hold ascending, disjoint ranges of studies, so lists are joined end to end; the
// streams of places are copied as they are.
#pragma once

#include "base/result.h"

#include <atomic>
#include <string>
#include <vector>

namespace trialdex::index {

// `runs` in the order of their studies. Cancelled when `cancel` becomes true.
Result<void> merge_runs(const std::vector<std::string>& runs, const std::string& path, const std::atomic<bool>* cancel);

} // namespace trialdex::index
