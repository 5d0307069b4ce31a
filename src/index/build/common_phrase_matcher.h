// Finds the common phrases that stand in a value, while it is indexed: every pair of neighbouring words that a table of
// pairs holds, and every such pair with the word behind it.
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
        if (pairs_.empty()) return;
        for (std::size_t place = 0; place + 1 < split.size(); ++place) {
            from(split[place], place, split, joined, visit);
            if (!joined.empty()) from(joined[place], place, split, joined, visit);
        }
    }

private:
    struct Entry {
        std::uint64_t key = kNone;
        std::uint32_t phrase = kNoPhrase; // kNoPhrase: only the beginning of longer ones
        std::uint32_t pair = 0;           // its number among pairs, for the word behind it
        bool goes_on = false;
    };
    static constexpr std::uint64_t kNone = ~std::uint64_t{0};
    static constexpr std::uint32_t kNoPhrase = 0xffffffff;

    // Open addressing, a quarter full: a miss, which most lookups are, ends at the first slot.
    class Table {
    public:
        explicit Table(std::size_t entries);
        bool empty() const { return slots_.empty(); }
        const Entry* find(std::uint64_t key) const {
            for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (slots_.size() - 1)) {
                if (slots_[slot].key == key) return &slots_[slot];
                if (slots_[slot].key == kNone) return nullptr;
            }
        }
        Entry& at(std::uint64_t key); // added when it is new; at most as many as the constructor was told

    private:
        std::size_t slot_of(std::uint64_t key) const {
            return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15) >> 32) & (slots_.size() - 1);
        }
        std::vector<Entry> slots_;
    };

    static std::uint64_t pair_key(std::uint32_t first, std::uint32_t second, std::uint32_t distance) {
        return std::uint64_t{first} << 33 | std::uint64_t{second} << 1 | (distance - 1);
    }
    static std::uint64_t triple_key(std::uint32_t pair, std::uint32_t third) {
        return std::uint64_t{pair} << 32 | third;
    }

    template <class Visit>
    void from(std::uint32_t first, std::size_t place, std::span<const std::uint32_t> split,
              std::span<const std::uint32_t> joined, Visit& visit) const {
        if (first == kNoWord) return;
        for (std::uint32_t distance = 1; distance <= 2 && place + distance < split.size(); ++distance) {
            each_at(place + distance, split, joined, [&](std::uint32_t second) {
                const Entry* pair = pairs_.find(pair_key(first, second, distance));
                if (!pair) return;
                if (pair->phrase != kNoPhrase) visit(pair->phrase, static_cast<std::uint32_t>(place));
                if (!pair->goes_on || place + 2 >= split.size()) return;
                each_at(place + 2, split, joined, [&](std::uint32_t third) {
                    const Entry* triple = triples_.find(triple_key(pair->pair, third));
                    if (triple) visit(triple->phrase, static_cast<std::uint32_t>(place));
                });
            });
        }
    }
    template <class Visit>
    static void each_at(std::size_t place, std::span<const std::uint32_t> split, std::span<const std::uint32_t> joined,
                        Visit&& visit) {
        if (split[place] != kNoWord) visit(split[place]);
        if (!joined.empty() && joined[place] != kNoWord) visit(joined[place]);
    }

    std::unordered_map<std::string_view, std::uint32_t> words_; // views into phrases_
    CommonPhrases phrases_;
    Table pairs_;
    Table triples_;
};

} // namespace trialdex::index
