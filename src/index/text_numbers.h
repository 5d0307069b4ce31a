// Numbers distinct texts as they come: 0, 1, 2, …
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::index {

// Texts beyond this are not numbered. The registry's countries and MeSH terms together take less than a megabyte.
inline constexpr std::size_t kMaxNumberedBytes = std::size_t{1} << 30;

class TextNumbers {
public:
    TextNumbers() = default;
    TextNumbers(const TextNumbers&) = delete; // a copy's keys would point into the original
    TextNumbers& operator=(const TextNumbers&) = delete;

    std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
    std::string_view text(std::uint32_t number) const { return texts_[number]; }

    // The text's number, a new one for a new text; nullopt when there is no room.
    std::optional<std::uint32_t> number_of(std::string_view text);

    // All numbers, in the order of their texts' bytes.
    std::vector<std::uint32_t> sorted() const;

private:
    std::deque<std::string> texts_; // a deque, because the keys below point into it
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::size_t bytes_ = 0;
};

} // namespace trialdex::index
