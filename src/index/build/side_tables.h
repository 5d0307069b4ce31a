// What a segment holds beside postings: typed columns, distinct values for facets, sites, names to suggest.
#pragma once

#include "index/build/record_values.h"
#include "index/columns/column_table.h"
#include "index/columns/site_table.h"
#include "index/columns/value_table.h"
#include "index/completions/completions.h"
#include "index/segment/segment_writer.h"

#include <vector>

namespace trialdex::index {

struct Segment;

class SideTables {
public:
    SideTables();
    void add(std::uint32_t study, const RecordValues& values);
    // A folded word and how many studies use it where words are spelt with care.
    void add_spelling(std::string_view folded, std::uint32_t studies) { names_.add_word(folded, studies); }
    // The tables of a run whose first study becomes `first_study`.
    void append(const Segment& run, std::uint32_t first_study);
    Result<void> write(SegmentWriter& writer, std::uint32_t studies);

private:
    ColumnTableBuilder columns_;
    ValueTableBuilder values_;
    SiteTableBuilder sites_;
    CompletionsBuilder names_;
    std::vector<std::pair<FieldNumber, std::uint16_t>> facet_columns_; // field → column of the value table
    std::vector<StudyName> study_names_;                               // of the study at hand
};

// Whether the field's words are good to mend a reader's spelling with.
bool holds_spelling(FieldNumber field);

// The column of the value table that holds a facet's piece; nullopt when the facet has no open list.
std::optional<std::uint16_t> value_column(std::string_view piece);

} // namespace trialdex::index
