#include "index/bits.h"

#include <algorithm>

namespace trialdex::index {

void Bits::set_all() {
    std::fill(words_.begin(), words_.end(), ~std::uint64_t{0});
    if (size_ % 64 != 0) words_.back() = (std::uint64_t{1} << (size_ % 64)) - 1;
}

void Bits::flip() {
    for (auto& word : words_) word = ~word;
    if (size_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (size_ % 64)) - 1;
}

Bits& Bits::operator&=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
}

Bits& Bits::operator|=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
}

Bits& Bits::and_not(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
}

std::uint64_t Bits::count() const {
    std::uint64_t sum = 0;
    for (const auto word : words_) sum += static_cast<std::uint64_t>(std::popcount(word));
    return sum;
}

std::uint64_t count_and(const Bits& a, const Bits& b) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < a.words().size(); ++i)
        sum += static_cast<std::uint64_t>(std::popcount(a.words()[i] & b.words()[i]));
    return sum;
}

} // namespace trialdex::index
