// A set of studies of one segment, one bit each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace trialdex::index {

class Bits {
public:
    Bits() = default;
    explicit Bits(std::size_t size) : size_(size), words_((size + 63) / 64) {}

    std::size_t size() const { return size_; }
    bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64)) & 1; }
    void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
    void set_all();
    void flip(); // complement within size()
    Bits& operator&=(const Bits& other);
    Bits& operator|=(const Bits& other);
    Bits& and_not(const Bits& other);
    std::uint64_t count() const;
    std::vector<std::uint64_t>& words() { return words_; }
    const std::vector<std::uint64_t>& words() const { return words_; }

    template <class Visit> void for_each(Visit&& visit) const {
        for (std::size_t w = 0; w < words_.size(); ++w) {
            for (std::uint64_t rest = words_[w]; rest != 0; rest &= rest - 1)
                visit(static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
        }
    }

private:
    std::size_t size_ = 0;
    std::vector<std::uint64_t> words_;
};

// How many bits two sets of one size share.
std::uint64_t count_and(const Bits& a, const Bits& b);

} // namespace trialdex::index
