#include "index/build/phrase_matcher.h"

#include <algorithm>
#include <bit>
#include <map>

namespace trialdex::index {

namespace {

std::vector<std::string_view> words_of(std::string_view key) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at <= key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        words.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::size_t slot_of(std::uint64_t edge, std::size_t mask) {
    edge *= 0x9e3779b97f4a7c15;
    return static_cast<std::size_t>(edge >> 32) & mask;
}

constexpr std::uint32_t kEmptySlot = 0xffffffff;

} // namespace

PhraseTrie::PhraseTrie(const text::Synonyms& synonyms) : states_(1), synonyms_(synonyms) {
    words_.emplace("*", kAnyWord);
    std::map<std::uint64_t, std::uint32_t> transitions;
    std::multimap<std::uint32_t, text::ConceptId> found; // by state
    const auto concepts = synonyms_.concepts();
    for (text::ConceptId id = 0; id < concepts.size(); ++id) {
        for (const text::Form& form : concepts[id].forms) {
            const auto words = words_of(form.key);
            const auto known = synonyms_.find(form.key);
            // Single words are searched as they are; forms that name too many things are not in find().
            if (words.size() < 2 || std::find(known.begin(), known.end(), id) == known.end()) continue;
            std::uint32_t state = 0;
            for (const std::string_view word : words) {
                const auto number = words_.try_emplace(word, static_cast<std::uint32_t>(words_.size())).first->second;
                states_[state].goes_on = true;
                const auto [at, added] =
                    transitions.try_emplace(edge(state, number), static_cast<std::uint32_t>(states_.size()));
                if (added) states_.emplace_back();
                state = at->second;
            }
            found.emplace(state, id);
        }
    }
    for (auto at = found.begin(); at != found.end(); ++at) {
        State& state = states_[at->first];
        if (state.concepts++ == 0) state.first_concept = static_cast<std::uint32_t>(concepts_.size());
        concepts_.push_back(at->second);
    }
    edges_.assign(transitions.begin(), transitions.end());
    slots_.assign(std::bit_ceil(edges_.size() * 2 + 1), kEmptySlot);
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
        std::size_t slot = slot_of(edges_[i].first, slots_.size() - 1);
        while (slots_[slot] != kEmptySlot) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = i;
    }
}

std::uint32_t PhraseTrie::word(std::string_view term) const {
    const auto found = words_.find(term);
    return found == words_.end() ? kNoWord : found->second;
}

const std::uint32_t* PhraseTrie::next(std::uint32_t state, std::uint32_t word) const {
    const std::uint64_t wanted = edge(state, word);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = slot_of(wanted, mask); slots_[slot] != kEmptySlot; slot = (slot + 1) & mask) {
        const auto& entry = edges_[slots_[slot]];
        if (entry.first == wanted) return &entry.second;
    }
    return nullptr;
}

} // namespace trialdex::index
