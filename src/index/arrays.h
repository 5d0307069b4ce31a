// Arrays of plain numbers inside a section's bytes: written one after another, each padded to 8 bytes, and read in
// place.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace trialdex::index {

static_assert(std::endian::native == std::endian::little, "sections hold little-endian numbers and are read in place");

inline constexpr std::size_t kArrayAlignment = 8;

class ArrayWriter {
public:
    template <class T> void add(std::span<const T> items) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kArrayAlignment);
        bytes_.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
        pad();
    }
    void add_text(std::string_view text) {
        bytes_ += text;
        pad();
    }
    void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
    std::string take() { return std::move(bytes_); }

private:
    void pad() { bytes_.append((kArrayAlignment - bytes_.size() % kArrayAlignment) % kArrayAlignment, '\0'); }
    std::string bytes_;
};

// Takes arrays off the front in the order they were written. Asking for more than is there fails once and for all, so a
// reader may take everything first and look at ok() then.
class ArrayReader {
public:
    explicit ArrayReader(std::string_view bytes)
        : rest_(bytes), ok_(reinterpret_cast<std::uintptr_t>(bytes.data()) % kArrayAlignment == 0) {}

    template <class T> std::span<const T> take(std::uint64_t count) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kArrayAlignment);
        if (!ok_ || count > rest_.size() / sizeof(T)) return failed<T>();
        const std::span<const T> items(reinterpret_cast<const T*>(rest_.data()), static_cast<std::size_t>(count));
        const std::size_t padded = (items.size_bytes() + kArrayAlignment - 1) / kArrayAlignment * kArrayAlignment;
        if (padded > rest_.size()) return failed<T>();
        rest_.remove_prefix(padded);
        return items;
    }
    std::string_view take_text(std::uint64_t bytes) {
        const auto items = take<char>(bytes);
        return {items.data(), items.size()};
    }
    bool ok() const { return ok_; }
    // Everything was there and nothing is left.
    bool complete() const { return ok_ && rest_.empty(); }

private:
    template <class T> std::span<const T> failed() {
        ok_ = false;
        return {};
    }

    std::string_view rest_;
    bool ok_;
};

} // namespace trialdex::index
