// A growing list of numbers that takes one, two, four or eight bytes each, as the widest needs: while an index is
// built, 45 columns of 580,000 studies must stay well below 200 MB.
#pragma once

#include "index/columns/width.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace trialdex::index {

class NarrowVector {
public:
    std::size_t size() const { return bytes_.size() / width_; }

    void push_back(std::int64_t value) {
        if (bytes_.empty()) first_ = static_cast<std::uint64_t>(value);
        const auto distance = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - first_);
        while (!fits(distance)) widen();
        put(distance);
    }

    std::int64_t operator[](std::size_t i) const {
        return static_cast<std::int64_t>(first_ + static_cast<std::uint64_t>(distance_at(i)));
    }

private:
    bool fits(std::int64_t distance) const {
        if (width_ == 8) return true;
        const std::int64_t limit = std::int64_t{1} << (8 * width_ - 1);
        return distance >= -limit && distance < limit;
    }

    void put(std::int64_t distance) {
        const std::size_t at = bytes_.size();
        bytes_.resize(at + width_);
        store_number(bytes_.data() + at, static_cast<std::uint64_t>(distance), width_);
    }

    std::int64_t distance_at(std::size_t i) const {
        const std::uint64_t low = load_number(bytes_.data() + i * width_, width_);
        const unsigned shift = 64 - 8 * static_cast<unsigned>(width_);
        return static_cast<std::int64_t>(low << shift) >> shift; // the sign again
    }

    void widen() {
        NarrowVector wider;
        wider.first_ = first_;
        wider.width_ = width_ * 2;
        wider.bytes_.reserve(bytes_.size() * 2 + wider.width_);
        for (std::size_t i = 0; i < size(); ++i) wider.put(distance_at(i));
        *this = std::move(wider);
    }

    std::vector<unsigned char> bytes_;
    std::uint64_t first_ = 0; // the numbers are kept as distances from the first one
    std::size_t width_ = 1;
};

} // namespace trialdex::index
