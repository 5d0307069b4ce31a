// Strings to small numbers: every distinct word of a run, stored once. Open addressing with the first bytes of a word
// in the slot itself, because a run looks up some thirty million words: nearly all are told apart without leaving
// the slot (std::unordered_map takes half of the build: 41 against 80 million look-ups a second).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

class TermTable {
public:
    TermTable();

    // The number of `term`, given at its first appearance: 0, 1, 2, …; `added` tells whether it is new.
    std::uint32_t intern(std::string_view term, bool& added) { return intern(term, hash_of(term), added); }
    std::uint32_t intern(std::string_view term, std::uint32_t hash, bool& added);

    // For many words at once: hashes first, so that the slots are under way from memory when intern() wants them.
    static std::uint32_t hash_of(std::string_view term);
    void prefetch(std::uint32_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }

    std::string_view term(std::uint32_t number) const { return {chars_.data() + starts_[number], length(number)}; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
    std::size_t bytes() const;

private:
    static constexpr std::size_t kInline = 16; // bytes of a word in its slot
    using Head = std::array<std::uint64_t, 2>;
    static constexpr std::uint32_t kEmpty = 0xffffffff;
    struct Slot {
        Head head{}; // the first bytes, zeros after a shorter word
        std::uint32_t hash = 0;
        std::uint32_t number = kEmpty;
    };

    static Head head_of(std::string_view term);
    bool same(const Slot& slot, std::uint32_t hash, const Head& head, std::string_view term) const;
    std::size_t length(std::uint32_t number) const { return starts_[number + 1] - starts_[number]; }
    void grow();

    std::vector<Slot> slots_;
    std::string chars_;
    std::vector<std::uint32_t> starts_{0};
};

} // namespace trialdex::index
