#include "search/evaluate/verify.h"

#include <algorithm>

namespace trialdex::search {

AsWritten::AsWritten(const Expression& leaf, const index::FieldMask& mask) : mask_(mask), coverage_(leaf.coverage) {
    for (const text::Word& word : splitter_.split(leaf.text, text::Markup::Plain)) {
        if (!word.joined) words_.push_back(leaf.text.substr(word.begin, word.end - word.begin));
    }
}

bool AsWritten::stands_in(const std::string& json) {
    const auto document = study::Document::parse(json);
    if (!document || words_.empty()) return false;
    const auto& values = reader_.read(document->root());
    const auto matches = [this](const index::WordsValue& value) {
        return mask_.allows(value.code, index::FieldMask::kWords) && stands_in_value(value);
    };
    const auto same_code = [this](const index::CodeValue& value) {
        return mask_.allows(value.code, index::FieldMask::kCodes) && words_.size() == 1 && value.value == words_[0];
    };
    return std::any_of(values.words.begin(), values.words.end(), matches) ||
           std::any_of(values.codes.begin(), values.codes.end(), same_code);
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
