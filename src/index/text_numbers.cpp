#include "index/text_numbers.h"

#include <algorithm>
#include <numeric>

namespace trialdex::index {

std::optional<std::uint32_t> TextNumbers::number_of(std::string_view text) {
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
    if (text.size() > kMaxNumberedBytes - bytes_) return std::nullopt;
    bytes_ += text.size();
    const std::uint32_t number = size();
    numbers_.emplace(texts_.emplace_back(text), number);
    return number;
}

std::vector<std::uint32_t> TextNumbers::sorted() const {
    std::vector<std::uint32_t> numbers(texts_.size());
    std::iota(numbers.begin(), numbers.end(), 0U);
    std::ranges::sort(numbers, [this](std::uint32_t a, std::uint32_t b) { return texts_[a] < texts_[b]; });
    return numbers;
}

} // namespace trialdex::index
