// The words of a text as hashes of the index's terms, for comparing records. What folding and stemming made of a word
// is remembered: records share most of their words.
#pragma once

#include "text/words.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace trialdex::related {

class WordReader {
public:
    // Of the calling thread: splitter, stemmer and memory take a while to make and are kept.
    static WordReader& of_thread();

    // visit(the word as written, Rarities::hash of its term), in order, without function words and joined words.
    template <class Visit> void each(std::string_view text, text::Markup markup, Visit&& visit) {
        for (const text::Word& word : splitter_.split(text, markup)) {
            if (word.joined) continue;
            if (const std::uint64_t term = term_of(word.folded); term != kFunctionWord)
                visit(text.substr(word.begin, word.end - word.begin), term);
        }
    }

    // text::phrase_key.
    std::string key(std::string_view text);

private:
    static constexpr std::uint64_t kFunctionWord = 0;
    static constexpr std::size_t kSlots = std::size_t{1} << 14; // 256 kB a thread

    struct Known { // the newest word of its slot
        std::uint64_t word = 0;
        std::uint64_t term = kFunctionWord;
    };

    std::uint64_t term_of(std::string_view folded);

    text::Splitter splitter_;
    text::Stemmer stemmer_;
    std::unique_ptr<std::array<Known, kSlots>> known_ = std::make_unique<std::array<Known, kSlots>>();
};

} // namespace trialdex::related
