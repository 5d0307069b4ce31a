#include "index/build/common_phrase_matcher.h"

#include <algorithm>
#include <bit>

namespace trialdex::index {

CommonPhraseMatcher::Table::Table(std::size_t entries) : slots_(entries == 0 ? 0 : std::bit_ceil(entries * 4)) {}

CommonPhraseMatcher::Entry& CommonPhraseMatcher::Table::at(std::uint64_t key) {
    std::size_t slot = slot_of(key);
    while (slots_[slot].key != key && slots_[slot].key != kNone) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot].key = key;
    return slots_[slot];
}

CommonPhraseMatcher::CommonPhraseMatcher(const CommonPhrases& phrases)
    : phrases_(phrases), pairs_(phrases.keys().size()), triples_(phrases.keys().size()) {
    std::uint32_t pairs = 0;
    for (std::uint32_t phrase = 0; phrase < phrases_.keys().size(); ++phrase) {
        std::vector<std::uint32_t> numbers;
        std::uint32_t distance = 1;
        for (std::string_view rest = phrases_.keys()[phrase]; !rest.empty();) {
            const std::string_view word = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            if (word == "*")
                distance = 2;
            else
                numbers.push_back(words_.try_emplace(word, static_cast<std::uint32_t>(words_.size())).first->second);
        }
        if (numbers.size() < 2 || numbers.size() > 3) continue; // damaged: no list of ours has that key
        Entry& pair = pairs_.at(pair_key(numbers[0], numbers[1], distance));
        if (pair.pair == 0) pair.pair = ++pairs;
        if (numbers.size() == 2) {
            pair.phrase = phrase;
        } else {
            pair.goes_on = true;
            triples_.at(triple_key(pair.pair, numbers[2])).phrase = phrase;
        }
    }
}

std::uint32_t CommonPhraseMatcher::word(std::string_view term) const {
    const auto found = words_.find(term);
    return found == words_.end() ? kNoWord : found->second;
}

} // namespace trialdex::index
