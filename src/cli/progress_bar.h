// Progress of an import: a bar on a terminal, a line every ten seconds otherwise.
#pragma once

#include "ingest/import.h"

#include <chrono>

namespace trialdex::cli {

class ProgressBar {
public:
    explicit ProgressBar(bool quiet);
    void update(const ingest::Progress& progress);
    void finish(); // clears the bar

private:
    using Clock = std::chrono::steady_clock;
    bool quiet_;
    bool terminal_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
    bool drawn_ = false;
};

} // namespace trialdex::cli
