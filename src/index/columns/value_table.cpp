// Reading tables of values in place.
#include "index/columns/value_table.h"

#include "index/arrays.h"

#include <algorithm>

namespace trialdex::index {

namespace {

auto damaged(std::string_view what) {
    return fail(ErrorCode::Corrupt, "The index's table of countries and terms is damaged (" + std::string(what) +
                                        "); build the index again with: trialdex index");
}

struct Header {
    std::uint32_t columns;
    std::uint32_t studies;
};

struct Entry {
    std::uint32_t texts;
    std::uint32_t ordinals;
};

} // namespace

Result<ValueTable> ValueTable::open(std::string_view bytes, std::uint32_t studies) {
    ArrayReader reader(bytes);
    const auto header = reader.take<Header>(1);
    if (!reader.ok() || header.front().studies != studies) return damaged("it does not fit its segment");
    const auto entries = reader.take<Entry>(header.front().columns);
    if (!reader.ok() || entries.size() > UINT16_MAX) return damaged("its list of columns is not right");
    ValueTable table;
    table.studies_ = studies;
    table.columns_.reserve(entries.size());
    for (const Entry& entry : entries) {
        Column column;
        column.text_starts = reader.take<std::uint32_t>(std::uint64_t{entry.texts} + 1);
        column.texts = reader.take_text(column.text_starts.empty() ? 0 : column.text_starts.back());
        column.study_starts = reader.take<std::uint32_t>(std::uint64_t{studies} + 1);
        column.ordinals = reader.take<std::uint32_t>(entry.ordinals);
        if (!reader.ok()) return damaged("a column is cut short");
        // Whoever counts by ordinal must be able to trust them; a million are looked through in a fraction of a
        // millisecond.
        std::uint32_t largest = 0;
        for (const std::uint32_t ordinal : column.ordinals) largest = std::max(largest, ordinal);
        if (!column.ordinals.empty() && largest >= entry.texts) return damaged("a study has a value that is not there");
        table.columns_.push_back(column);
    }
    if (!reader.complete()) return damaged("something follows its end");
    return table;
}

std::size_t ValueTable::columns() const { return columns_.size(); }

std::uint32_t ValueTable::size(std::uint16_t column) const {
    return column < columns_.size() ? static_cast<std::uint32_t>(columns_[column].text_starts.size() - 1) : 0;
}

std::string_view ValueTable::text(std::uint16_t column, std::uint32_t ordinal) const {
    if (ordinal >= size(column)) return {};
    const Column& values = columns_[column];
    const std::size_t end = std::min<std::size_t>(values.text_starts[ordinal + 1], values.texts.size());
    const std::size_t begin = std::min<std::size_t>(values.text_starts[ordinal], end);
    return values.texts.substr(begin, end - begin);
}

std::span<const std::uint32_t> ValueTable::ordinals(std::uint16_t column, std::uint32_t study) const {
    if (column >= columns_.size() || study >= studies_) return {};
    const Column& values = columns_[column];
    const std::size_t end = std::min<std::size_t>(values.study_starts[study + 1], values.ordinals.size());
    const std::size_t begin = std::min<std::size_t>(values.study_starts[study], end);
    return values.ordinals.subspan(begin, end - begin);
}

std::uint32_t ValueTable::find(std::uint16_t column, std::string_view text) const {
    std::uint32_t begin = 0;
    std::uint32_t end = size(column);
    while (begin < end) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        if (this->text(column, middle) < text)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin < size(column) && this->text(column, begin) == text ? begin : size(column);
}

} // namespace trialdex::index
