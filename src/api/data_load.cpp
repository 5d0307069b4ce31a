#include "api/data_load.h"

#include "api/operations.h"

#include <fmt/format.h>
#include <functional>

namespace trialdex::api {

namespace {

constexpr std::chrono::seconds kFresh{1};

// The labels and explanations of this program are part of what it answers: a new program is a new load.
std::size_t schema_stamp() {
    static const std::size_t stamp = std::hash<std::string_view>{}(metadata_json());
    return stamp;
}

} // namespace

Result<DataLoad> CurrentDataLoad::get() const {
    const std::scoped_lock lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (!load_.etag.empty() && now - asked_ < kFresh) return load_;
    const auto summary = store_.summary();
    if (!summary) return tl::unexpected(summary.error());
    const std::string& day = summary->newest_version_holder;
    // The run counts too: it may bring a newer version holder, which is part of the record, without any change.
    const std::uint64_t run = summary->last_run ? summary->last_run->number : 0;
    load_.etag = fmt::format("\"{}-{}-{}-{:08x}\"", day.empty() ? "no-day" : day, summary->last_sequence, run,
                             schema_stamp() & 0xffffffffU);
    load_.timestamp = day.empty() ? day : day + "T00:00:00";
    asked_ = now;
    return load_;
}

} // namespace trialdex::api
