// TREC runs: the best studies for each topic of a file, for measuring relevance.
#pragma once

#include "cli/commands.h"
#include "search/search.h"

namespace trialdex::cli {

// Writes "topic Q0 NCT… rank score tag" lines to standard output.
int write_run(const search::Searcher& searcher, const SearchCommand& command);

} // namespace trialdex::cli
