#include "index/segment/segment.h"

#include "index/segment/segment_writer.h"

#include <algorithm>

namespace trialdex::index {

namespace {

constexpr std::uint32_t kLargestId = 99'999'999;

// Ids must ascend and be ids: everything that looks a study up or names it relies on that.
bool are_ids(std::span<const std::uint32_t> ids) {
    if (ids.empty()) return true;
    return ids.front() > 0 && ids.back() <= kLargestId &&
           std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) == ids.end();
}

} // namespace

Result<std::shared_ptr<const Segment>> Segment::open(const std::string& path) {
    auto file = SegmentFile::open(path);
    if (!file) return tl::unexpected(file.error());
    auto segment = std::make_shared<Segment>();
    const std::string_view ids = file->section(kIdsSection);
    // Sections start on multiples of 64 bytes of a mapping, so the numbers are aligned.
    segment->ids = {reinterpret_cast<const std::uint32_t*>(ids.data()), ids.size() / 4};
    const std::uint32_t studies = segment->studies();
    const auto damaged = [&](const Error& error) {
        return fail(ErrorCode::Corrupt, path + ": " + error.message + "; run trialdex index to build it anew");
    };
    if (!are_ids(segment->ids)) return damaged({ErrorCode::Corrupt, "its list of studies is damaged"});
    segment->dictionary = Dictionary(file->section(kTermsSection), file->section(kTermBlocksSection),
                                     file->section(kPostingsSection), studies);
    auto columns = ColumnTable::open(file->section(kColumnsSection), studies);
    if (!columns) return damaged(columns.error());
    auto values = ValueTable::open(file->section(kValuesSection), studies);
    if (!values) return damaged(values.error());
    auto sites = SiteTable::open(file->section(kSitesSection), studies);
    if (!sites) return damaged(sites.error());
    auto names = Completions::open(file->section(kNamesSection));
    if (!names) return damaged(names.error());
    auto profiles = ProfileTable::open(file->section(kProfileStartsSection), file->section(kProfilesSection), studies);
    if (!profiles) return damaged(profiles.error());
    segment->columns = std::move(*columns);
    segment->values = std::move(*values);
    segment->sites = *sites;
    segment->names = *names;
    segment->profiles = *profiles;
    segment->file = std::move(*file);
    return std::shared_ptr<const Segment>(std::move(segment));
}

std::optional<std::uint32_t> Segment::find(study::NctId id) const {
    const auto found = std::lower_bound(ids.begin(), ids.end(), id.number());
    if (found == ids.end() || *found != id.number()) return std::nullopt;
    return static_cast<std::uint32_t>(found - ids.begin());
}

} // namespace trialdex::index
