#include "index/build/common_phrase_matcher.h"

#include <algorithm>
#include <bit>

namespace trialdex::index {

namespace {

// The words of "a b c"; `apart` when it is "a * b".
std::vector<std::string_view> words_of(std::string_view key, bool& apart) {
    std::vector<std::string_view> words;
    apart = false;
    while (!key.empty()) {
        const std::string_view word = key.substr(0, key.find(' '));
        key.remove_prefix(std::min(word.size() + 1, key.size()));
        if (word == "*")
            apart = true;
        else
            words.push_back(word);
    }
    return words;
}

} // namespace

CommonPhraseMatcher::State& CommonPhraseMatcher::enter(std::uint64_t edge) {
    std::size_t slot = slot_of(edge);
    while (slots_[slot].edge != edge && slots_[slot].edge != kNone) slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot].edge == kNone) {
        slots_[slot].edge = edge;
        slots_[slot].number = states_++;
    }
    return slots_[slot];
}

CommonPhraseMatcher::CommonPhraseMatcher(const CommonPhrases& phrases) : phrases_(phrases) {
    std::size_t edges = 0;
    bool apart = false;
    for (const std::string& key : phrases_.keys()) {
        for (const std::string_view word : words_of(key, apart)) {
            words_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
            ++edges;
        }
    }
    if (edges == 0) return;
    slots_.resize(std::bit_ceil(edges * 4));
    states_ = static_cast<std::uint32_t>(words_.size());
    for (std::uint32_t phrase = 0; phrase < phrases_.keys().size(); ++phrase) {
        const auto words = words_of(phrases_.keys()[phrase], apart);
        if (words.size() < 2) continue; // no list of ours has such a key
        std::uint32_t from = words_.at(words[0]);
        State* state = nullptr;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (state) state->goes_on = true;
            state = &enter(edge(from, words_.at(words[i])) | (apart ? kApart : 0));
            from = state->number;
        }
        state->phrase = phrase;
    }
}

std::uint32_t CommonPhraseMatcher::word(std::string_view term) const {
    const auto found = words_.find(term);
    return found == words_.end() ? kNoWord : found->second;
}

} // namespace trialdex::index
