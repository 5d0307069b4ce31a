// Typed values by study: one column a sortable node, for RANGE and sorting. Bytes of a segment's section; see
// docs/formats/index.md.
#pragma once

#include "base/result.h"
#include "index/bits.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
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
    // the owner of this file lays out the fields
};

// Reads a section in place. open() checks every offset and count against the bytes, so no later call can leave them.
class ColumnTable {
public:
    static Result<ColumnTable> open(std::string_view bytes, std::uint32_t studies);
    const Column* find(std::uint16_t node) const; // nullptr: no study has a value

private:
    std::map<std::uint16_t, Column> columns_;
};

} // namespace trialdex::index
