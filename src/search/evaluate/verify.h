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
    // The values of a stored record in which it does, by place code; valid until the next call.
    const std::vector<index::PlaceCode>& values(const std::string& json);

private:
    bool stands_in_value(const index::WordsValue& value);

    const index::FieldMask mask_;
    Coverage coverage_;
    std::vector<std::string> words_;
    text::Splitter splitter_;
    index::RecordReader reader_;
    std::vector<std::string_view> value_words_;
    std::vector<index::PlaceCode> found_;
};

} // namespace trialdex::search
