#include "cli/progress_bar.h"

#include "cli/registry.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace trialdex::cli {

namespace {

constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::seconds kLine{10};
constexpr std::size_t kBarWidth = 24;

std::string time_left(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    return whole >= 60 ? fmt::format("{} min {:02} s left", whole / 60, whole % 60) : fmt::format("{} s left", whole);
}

std::string bar(double share) {
    const auto filled = static_cast<std::size_t>(share * kBarWidth);
    return "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "]";
}

} // namespace

ProgressBar::ProgressBar(bool quiet) : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressBar::update(const ingest::Progress& progress) {
    const auto now = Clock::now();
    if (quiet_ || now - last_ < (terminal_ ? std::chrono::duration_cast<Clock::duration>(kRedraw) : kLine)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::string line = fmt::format("{} records, {:.0f} MB/s", count_words(progress.records),
                                   static_cast<double>(progress.json_bytes) / 1e6 / seconds);
    if (progress.bytes_total > 0) {
        const double share =
            std::min(1.0, static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total));
        line = fmt::format("{} {:3.0f} %  {}", bar(share), share * 100, line);
        if (share > 0.01) line += ", " + time_left(seconds * (1 - share) / share);
    }
    fmt::print(stderr, "{}{}{}", terminal_ ? "\r\x1b[2K" : "", line, terminal_ ? "" : "\n");
    drawn_ = true;
}

void ProgressBar::finish() {
    if (terminal_ && drawn_) fmt::print(stderr, "\r\x1b[2K");
}

} // namespace trialdex::cli
