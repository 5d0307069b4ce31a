// Finds the common phrases that stand in a value, while it is indexed: a walk from each place, word by word, as long as
// some phrase goes on.
#pragma once

#include "index/common_phrases.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::index {

class CommonPhraseMatcher {
public:
    static constexpr std::uint32_t kNoWord = 0xffffffff;

    explicit CommonPhraseMatcher(const CommonPhrases& phrases);

    const CommonPhrases& phrases() const { return phrases_; }
    // The matcher's number of a term; kNoWord when no phrase holds it. Asked once per distinct term of a run.
    std::uint32_t word(std::string_view term) const;

    // Calls visit(position of the phrase in keys(), its first place), places ascending, for every phrase in a value.
    // `split` has the number of the word at each place; `joined` that of the hyphenated whole that begins there, and
    // is empty when the value has none.
    template <class Visit>
    void match(std::span<const std::uint32_t> split, std::span<const std::uint32_t> joined, Visit&& visit) const {
        if (slots_.empty()) return;
        for (std::size_t place = 0; place + 1 < split.size(); ++place) {
            each_at(place, split, joined, [&](std::uint32_t first) {
                const auto found = [&](std::uint32_t phrase) { visit(phrase, static_cast<std::uint32_t>(place)); };
                follow(first, place + 1, split, joined, found);
                if (place + 2 >= split.size()) return;
                each_at(place + 2, split, joined, [&](std::uint32_t second) {
                    const State* apart = find(edge(first, second) | kApart);
                    if (apart) found(apart->phrase);
                });
            });
        }
    }

private:
    // What was read so far: a single word (its number), or more (the number of the state).
    struct State {
        std::uint64_t edge = kNone; // what it was entered by
        std::uint32_t number = 0;
        std::uint32_t phrase = kNoPhrase; // kNoPhrase: only the beginning of longer ones
        bool goes_on = false;
    };
    static constexpr std::uint64_t kNone = ~std::uint64_t{0};
    static constexpr std::uint64_t kApart = std::uint64_t{1} << 63; // one word stands between
    static constexpr std::uint32_t kNoPhrase = 0xffffffff;

    static std::uint64_t edge(std::uint32_t from, std::uint32_t word) { return std::uint64_t{from} << 32 | word; }
    std::size_t slot_of(std::uint64_t edge) const {
        return static_cast<std::size_t>((edge * 0x9e3779b97f4a7c15) >> 32) & (slots_.size() - 1);
    }
    // Open addressing, a quarter full: a miss, which most lookups are, ends at the first slot.
    const State* find(std::uint64_t edge) const {
        for (std::size_t slot = slot_of(edge);; slot = (slot + 1) & (slots_.size() - 1)) {
            if (slots_[slot].edge == edge) return &slots_[slot];
            if (slots_[slot].edge == kNone) return nullptr;
        }
    }
    State& enter(std::uint64_t edge);

    template <class Found>
    void follow(std::uint32_t from, std::size_t place, std::span<const std::uint32_t> split,
                std::span<const std::uint32_t> joined, Found& found) const {
        if (place >= split.size()) return;
        each_at(place, split, joined, [&](std::uint32_t word) {
            const State* next = find(edge(from, word));
            if (!next) return;
            if (next->phrase != kNoPhrase) found(next->phrase);
            if (next->goes_on) follow(next->number, place + 1, split, joined, found);
        });
    }
    template <class Visit>
    static void each_at(std::size_t place, std::span<const std::uint32_t> split, std::span<const std::uint32_t> joined,
                        Visit&& visit) {
        if (split[place] != kNoWord) visit(split[place]);
        if (!joined.empty() && joined[place] != kNoWord) visit(joined[place]);
    }

    std::unordered_map<std::string_view, std::uint32_t> words_; // views into phrases_
    CommonPhrases phrases_;
    std::vector<State> slots_;
    std::uint32_t states_ = 0; // numbers given; those of words come first
};

} // namespace trialdex::index
