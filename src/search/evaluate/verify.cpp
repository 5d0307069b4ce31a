#include "search/evaluate/verify.h"

#include <algorithm>

namespace trialdex::search {

AsWritten::AsWritten(const Expression& leaf, const index::FieldMask& mask) : mask_(mask), coverage_(leaf.coverage) {
    for (const text::Word& word : splitter_.split(leaf.text, text::Markup::Plain)) {
        if (!word.joined) words_.push_back(leaf.text.substr(word.begin, word.end - word.begin));
    }
}

const std::vector<index::PlaceCode>& AsWritten::values(const std::string& json) {
    found_.clear();
    const auto document = study::Document::parse(json);
    if (!document || words_.empty()) return found_;
    for (const index::WordsValue& value : reader_.read(document->root()).words) {
        if (mask_.allows(value.code, index::FieldMask::kWords) && stands_in_value(value)) found_.push_back(value.code);
    }
    return found_;
}

bool AsWritten::stands_in_value(const index::WordsValue& value) {
    value_words_.clear();
    for (const text::Word& word : splitter_.split(value.text, value.markup)) {
        if (!word.joined) value_words_.push_back(value.text.substr(word.begin, word.end - word.begin));
    }
    if (value_words_.size() < words_.size()) return false;
    const std::size_t last = value_words_.size() - words_.size(); // where the words would end the value
    const bool from_start = coverage_ == Coverage::FullMatch || coverage_ == Coverage::StartsWith;
    const bool to_end = coverage_ == Coverage::FullMatch || coverage_ == Coverage::EndsWith;
    for (std::size_t at = to_end ? last : 0; at <= (from_start ? 0 : last); ++at) {
        if (std::equal(words_.begin(), words_.end(), value_words_.begin() + static_cast<std::ptrdiff_t>(at)))
            return true;
    }
    return false;
}

} // namespace trialdex::search
