// An opened segment: everything that can be asked of a part of the index. Immutable, for any number of threads.
#pragma once

#include "index/columns/column_table.h"
#include "index/columns/site_table.h"
#include "index/columns/value_table.h"
#include "index/completions/completions.h"
#include "index/profiles/profile_table.h"
#include "index/segment/dictionary.h"
#include "index/segment/segment_file.h"
#include "study/nct_id.h"

#include <memory>
#include <optional>
#include <span>

namespace trialdex::index {

struct Segment {
    SegmentFile file;
    std::span<const std::uint32_t> ids; // numbers of the studies, ascending
    Dictionary dictionary;
    ColumnTable columns;
    ValueTable values;
    SiteTable sites;
    Completions names;
    ProfileTable profiles;

    std::uint32_t studies() const { return static_cast<std::uint32_t>(ids.size()); }
    std::optional<std::uint32_t> find(study::NctId id) const;

    static Result<std::shared_ptr<const Segment>> open(const std::string& path);
};

} // namespace trialdex::index
