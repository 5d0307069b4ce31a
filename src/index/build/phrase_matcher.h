// Finds the forms of several words that stand in a value, while it is indexed: a trie over the run's term numbers.
// ("heart attack" in "after a heart attack at home".) A form's "*" is a function word's place: any word may stand
// there.
#pragma once

#include "text/synonyms.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::index {

class PhraseTrie {
public:
    static constexpr std::uint32_t kNoWord = 0xffffffff;
    static constexpr std::uint32_t kAnyWord = 0; // the word number of "*"

    explicit PhraseTrie(const text::Synonyms& synonyms);

    // The trie's number of a term; kNoWord when no form holds it. Asked once per distinct term of a run.
    std::uint32_t word(std::string_view term) const;

    // Calls visit(concept) for every form that starts at words[0]; a concept may come several times.
    template <class Visit> void match(std::span<const std::uint32_t> words, Visit&& visit) const {
        if (words.empty() || words[0] == kNoWord || words[0] == kAnyWord) return;
        follow(0, words, visit);
    }

private:
    struct State {
        std::uint32_t first_concept = 0; // in concepts_
        std::uint32_t concepts = 0;
        bool goes_on = false;
    };
    static std::uint64_t edge(std::uint32_t state, std::uint32_t word) { return std::uint64_t{state} << 32 | word; }
    const std::uint32_t* next(std::uint32_t state, std::uint32_t word) const;

    template <class Visit> void follow(std::uint32_t state, std::span<const std::uint32_t> words, Visit& visit) const {
        const State& here = states_[state];
        for (std::uint32_t i = 0; i < here.concepts; ++i) visit(concepts_[here.first_concept + i]);
        if (!here.goes_on || words.empty()) return;
        if (words[0] != kNoWord && words[0] != kAnyWord) {
            if (const auto* to = next(state, words[0])) follow(*to, words.subspan(1), visit);
        }
        if (const auto* to = next(state, kAnyWord)) follow(*to, words.subspan(1), visit);
    }

    std::unordered_map<std::string_view, std::uint32_t> words_; // views into the synonyms' keys
    std::vector<std::uint32_t> slots_;                          // hash table of edges: positions in edges_
    std::vector<std::pair<std::uint64_t, std::uint32_t>> edges_;
    std::vector<State> states_;
    std::vector<text::ConceptId> concepts_;
    text::Synonyms synonyms_; // keeps the keys alive
};

} // namespace trialdex::index
