// Reading columns in place.
#include "index/columns/column_table.h"

#include "index/arrays.h"
#include "index/columns/column_format.h"
#include "index/columns/range_mask.h"

#include <algorithm>
#include <limits>

namespace trialdex::index {

namespace {

auto damaged(std::string_view what) {
    return fail(ErrorCode::Corrupt, "The index's table of dates and numbers is damaged (" + std::string(what) +
                                        "); build the index again with: trialdex index");
}

bool is_width(std::uint8_t width) { return width == 1 || width == 2 || width == 4 || width == 8; }

} // namespace

std::optional<std::int64_t> Column::sparse_value(std::uint32_t study) const {
    const auto at = std::ranges::lower_bound(studies_, study);
    if (at == studies_.end() || *at != study) return std::nullopt;
    return from_base(stored(static_cast<std::size_t>(at - studies_.begin())));
}

template <class Unsigned> void Column::match_stored(std::uint64_t lower, std::uint64_t upper, Bits& out) const {
    constexpr std::uint64_t kLargest = std::numeric_limits<Unsigned>::max();
    if (lower > kLargest) return;
    const auto first = static_cast<Unsigned>(lower);
    const auto width = static_cast<Unsigned>(std::min(upper, kLargest) - lower);
    std::size_t i = 0;
    if (dense_) {
        const auto* numbers = reinterpret_cast<const Unsigned*>(values_); // arrays of a section are aligned
        for (; i + 64 <= entries_; i += 64) out.words()[i / 64] |= range_mask(numbers + i, first, width);
    }
    for (; i < entries_; ++i) {
        const bool inside = static_cast<Unsigned>(number_at<Unsigned>(values_ + i * sizeof(Unsigned)) - first) <= width;
        const std::size_t study = dense_ ? i : studies_[i];
        if (inside && study < limit_) out.set(study);
    }
}

void Column::match(std::int64_t lower, std::int64_t upper, Bits& out) const {
    if (lower > upper || upper < base_) return;
    const auto distance = [this](std::int64_t value) {
        return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(base_);
    };
    const std::uint64_t shift = dense_ ? 1 : 0; // 0 stands for no value
    std::uint64_t first = lower <= base_ ? 0 : distance(lower);
    std::uint64_t last = distance(upper);
    if (first > UINT64_MAX - shift) return;
    first += shift;
    last = std::min(last, UINT64_MAX - shift) + shift;
    switch (width_) {
    case 1: return match_stored<std::uint8_t>(first, last, out);
    case 2: return match_stored<std::uint16_t>(first, last, out);
    case 4: return match_stored<std::uint32_t>(first, last, out);
    default: return match_stored<std::uint64_t>(first, last, out);
    }
}

Result<ColumnTable> ColumnTable::open(std::string_view bytes, std::uint32_t studies) {
    ArrayReader reader(bytes);
    const auto header = reader.take<ColumnTableHeader>(1);
    if (!reader.ok()) return damaged("it is cut short");
    const auto entries = reader.take<ColumnEntry>(header.front().columns);
    if (!reader.ok()) return damaged("its list of columns is cut short");
    ColumnTable table;
    for (const ColumnEntry& entry : entries) {
        const bool dense = entry.form == ColumnForm::Dense;
        if (!is_width(entry.width) || (!dense && entry.form != ColumnForm::Sparse)) return damaged("an unknown form");
        if (dense && entry.entries > studies) return damaged("more values than studies");
        Column column;
        if (!dense) column.studies_ = reader.take<std::uint32_t>(entry.entries);
        column.values_ = reader.take_text(std::uint64_t{entry.entries} * entry.width).data();
        if (!reader.ok()) return damaged("a column is cut short");
        column.base_ = entry.base;
        column.entries_ = entry.entries;
        column.limit_ = studies;
        column.width_ = entry.width;
        column.dense_ = dense;
        if (!table.columns_.emplace(entry.node, column).second) return damaged("a column stands twice");
    }
    if (!reader.complete()) return damaged("something follows its end");
    return table;
}

const Column* ColumnTable::find(std::uint16_t node) const {
    const auto at = columns_.find(node);
    return at == columns_.end() ? nullptr : &at->second;
}

} // namespace trialdex::index
