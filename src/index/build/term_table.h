// Strings to small numbers: every distinct word of a run, stored once. Open addressing over one arena, because a run
// looks up some seventy million words and std::unordered_map takes half of the build (41 against 80 million a second).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

class TermTable {
public:
    TermTable();

    // The number of `term`, given at its first appearance: 0, 1, 2, …; `added` tells whether it is new.
    std::uint32_t intern(std::string_view term, bool& added);
    std::string_view term(std::uint32_t number) const { return {chars_.data() + starts_[number], length(number)}; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
    std::size_t bytes() const;

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = kEmpty;
    };
    static constexpr std::uint32_t kEmpty = 0xffffffff;

    std::size_t length(std::uint32_t number) const { return starts_[number + 1] - starts_[number]; }
    void grow();

    std::vector<Slot> slots_;
    std::string chars_;
    std::vector<std::uint32_t> starts_{0};
};

} // namespace trialdex::index
