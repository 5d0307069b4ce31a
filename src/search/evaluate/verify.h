// EXPANSION[None]: does the term stand in the record's text exactly as it was written?
#pragma once

#include "index/build/record_values.h"
#include "search/language/expression.h"

#include <string>
#include <vector>

namespace trialdex::search {

class AsWritten {
public:
    AsWritten(const Expression& leaf, const index::FieldMask& mask);
    // `json` is a stored record.
    bool stands_in(const std::string& json);

private:
    bool stands_in_value(const index::WordsValue& value);

    const index::FieldMask mask_;
    Coverage coverage_;
    std::vector<std::string> words_;
    text::Splitter splitter_;
    index::RecordReader reader_;
    std::vector<std::string_view> value_words_;
};

} // namespace trialdex::search
