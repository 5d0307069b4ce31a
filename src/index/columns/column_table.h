// Typed values by study: one column a sortable node, for RANGE and sorting. Bytes of a segment's section; see
// docs/formats/index.md.
#pragma once

#include "base/result.h"
#include "index/bits.h"
#include "index/columns/width.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

class ColumnTable;

// Gathers the values of a run of studies. Studies of one node come in ascending order; a study may have several values.
class ColumnTableBuilder {
public:
    ColumnTableBuilder();
    ~ColumnTableBuilder();
    void add(std::uint16_t node, std::uint32_t study, std::int64_t value);
    // Appends another table whose study 0 is our `first_study`, above all studies so far.
    void append(const ColumnTable& table, std::uint32_t first_study);
    // The section's bytes, narrow integers, 8-byte aligned inside; the builder is empty afterwards.
    std::string finish();

private:
    struct Columns;
    std::unique_ptr<Columns> columns_;
};

class Column {
public:
    // The study's value, the smallest of several; nullopt without one.
    std::optional<std::int64_t> value(std::uint32_t study) const;
    // Sets the bit of every study with a value in [lower, upper]. `out` has a bit for every study of the segment.
    void match(std::int64_t lower, std::int64_t upper, Bits& out) const;
    // Visits (study, value) in study order.
    template <class Visit> void for_each(Visit&& visit) const;

private:
    friend class ColumnTable;

    std::uint64_t stored(std::size_t i) const { return load_number(values_ + i * width_, width_); }
    std::int64_t from_base(std::uint64_t distance) const {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(base_) + distance);
    }
    std::optional<std::int64_t> sparse_value(std::uint32_t study) const;
    template <class Unsigned> void match_stored(std::uint64_t lower, std::uint64_t upper, Bits& out) const;

    const char* values_ = nullptr; // `entries_` numbers of `width_` bytes
    std::span<const std::uint32_t>
        studies_;           // sparse: whose each value is, ascending. Dense: empty, value i is study i's
    std::int64_t base_ = 0; // sparse: value - base is stored; dense: value - base + 1, and 0 for none
    std::uint32_t entries_ = 0;
    std::uint32_t limit_ = 0; // studies of the segment: damaged entries above it are passed over
    std::uint8_t width_ = 1;
    bool dense_ = false;
};

// Reads a section in place. open() checks every offset and count against the bytes, so no later call can leave them.
class ColumnTable {
public:
    static Result<ColumnTable> open(std::string_view bytes, std::uint32_t studies);
    const Column* find(std::uint16_t node) const; // nullptr: no study has a value

private:
    friend class ColumnTableBuilder;
    std::map<std::uint16_t, Column> columns_;
};

inline std::optional<std::int64_t> Column::value(std::uint32_t study) const {
    if (!dense_) return sparse_value(study);
    const std::uint64_t number = study < entries_ ? stored(study) : 0;
    if (number == 0) return std::nullopt;
    return from_base(number - 1);
}

template <class Visit> void Column::for_each(Visit&& visit) const {
    for (std::uint32_t i = 0; i < entries_; ++i) {
        const std::uint64_t number = stored(i);
        if (dense_ && number != 0) visit(i, from_base(number - 1));
        if (!dense_ && studies_[i] < limit_) visit(studies_[i], from_base(number));
    }
}

} // namespace trialdex::index
