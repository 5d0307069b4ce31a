// How a table of columns begins: its size, then one entry a column. See docs/formats/index.md.
#pragma once

#include <cstdint>

namespace trialdex::index {

struct ColumnTableHeader {
    std::uint32_t columns;
    std::uint32_t reserved;
};

enum class ColumnForm : std::uint8_t { Dense = 0, Sparse = 1 };

struct ColumnEntry {
    std::uint16_t node;
    ColumnForm form;
    std::uint8_t width; // bytes of a stored number: 1, 2, 4 or 8
    std::uint32_t entries;
    std::int64_t base;
};

static_assert(sizeof(ColumnTableHeader) == 8 && sizeof(ColumnEntry) == 16);

} // namespace trialdex::index
