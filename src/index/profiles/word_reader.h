// The words of a text as terms of the index, for comparing records. What folding and stemming made of a word is
// remembered: records share most of their words, and the stemmer takes half a microsecond for each.
#pragma once

#include "base/hash.h"
#include "text/words.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

// A term of the index by the low bits of its hash. Words take 24 of them: two records of a hundred words each have one
// number in common by chance in one pair of 1,700, which is good enough for a measure and too little for a sentence.
// Sentences rest on 32 bits.
using TermNumber = std::uint32_t;
inline constexpr unsigned kWordBits = 24;

inline TermNumber term_number(std::string_view term) { return static_cast<TermNumber>(hash64(term)); }
inline TermNumber word_number(std::string_view term) { return term_number(term) & ((TermNumber{1} << kWordBits) - 1); }

class WordReader {
public:
    // Of the calling thread: splitter, stemmer and memory take a while to make and are kept.
    static WordReader& of_thread();

    struct Read {
        std::string_view written;
        bool joined;             // a hyphenated whole, beside its parts
        std::uint64_t spelling;  // hash64 of the folded word
        TermNumber number;       // word_number of the term
        const std::string& term; // text::Stemmer::term, until the next word
    };

    // visit(Read) in order, without function words.
    template <class Visit> void each(std::string_view text, text::Markup markup, Visit&& visit) {
        for (const text::Word& word : splitter_.split(text, markup)) {
            const Known& known = look_up(word.folded);
            if (!known.term.empty())
                visit(Read{text.substr(word.begin, word.end - word.begin), word.joined, known.spelling, known.number,
                           known.term});
        }
    }
    // Of the text last read: with function words.
    std::uint32_t places() const { return splitter_.places(); }

    // text::phrase_key.
    std::string key(std::string_view text);

private:
    static constexpr std::size_t kSlots = std::size_t{1} << 14; // 800 kB a thread

    struct Known { // the newest word of its slot
        std::uint64_t spelling = 0;
        TermNumber number = 0;
        std::string term; // empty: a function word
    };

    const Known& look_up(std::string_view folded);

    text::Splitter splitter_;
    text::Stemmer stemmer_;
    std::vector<Known> known_ = std::vector<Known>(kSlots);
};

} // namespace trialdex::index
