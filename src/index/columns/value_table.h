// The distinct texts of a piece and which studies have them, for facets with open lists: countries, MeSH terms.
// A study counts once a text. Bytes of a segment's section.
#pragma once

#include "base/result.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

class ValueTable;

class ValueTableBuilder {
public:
    ValueTableBuilder();
    ~ValueTableBuilder();
    // `column` is the caller's number of the piece (0, 1, …); studies ascending within a column; repeats are dropped.
    void add(std::uint16_t column, std::uint32_t study, std::string_view text);
    void append(const ValueTable& table, std::uint32_t first_study);
    std::string finish(std::uint32_t studies);

private:
    struct Columns;
    std::unique_ptr<Columns> columns_;
};

class ValueTable {
public:
    static Result<ValueTable> open(std::string_view bytes, std::uint32_t studies);

    std::size_t columns() const;
    std::uint32_t studies() const { return studies_; }
    std::uint32_t size(std::uint16_t column) const;                                           // distinct texts
    std::string_view text(std::uint16_t column, std::uint32_t ordinal) const;                 // ascending by bytes
    std::span<const std::uint32_t> ordinals(std::uint16_t column, std::uint32_t study) const; // of one study, ascending
    // The same for walks over many studies of one column; each ordinal is below size(column).
    struct Ordinals {
        std::span<const std::uint32_t> starts; // one more than studies
        std::span<const std::uint32_t> all;
        std::span<const std::uint32_t> of(std::uint32_t study) const {
            const std::size_t end = std::min<std::size_t>(starts[study + 1], all.size());
            const std::size_t begin = std::min<std::size_t>(starts[study], end);
            return {all.data() + begin, end - begin};
        }
    };
    Ordinals all_ordinals(std::uint16_t column) const {
        return {columns_[column].study_starts, columns_[column].ordinals};
    }
    // The ordinal of that very text, or size(column).
    std::uint32_t find(std::uint16_t column, std::string_view text) const;

private:
    struct Column {
        std::span<const std::uint32_t> text_starts; // one more than texts
        std::string_view texts;
        std::span<const std::uint32_t> study_starts; // one more than studies
        std::span<const std::uint32_t> ordinals;
    };
    std::vector<Column> columns_;
    std::uint32_t studies_ = 0;
};

} // namespace trialdex::index
