// Texts as runs of numbered words. Every term gets one number for all records and queries, so that the walk compares
// numbers, and every text is split once.
#pragma once

#include "text/words.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::oracle {

using TermId = std::uint32_t;

struct Word {
    TermId term;
    std::uint32_t place; // among the words of the text, function words included
    std::uint32_t begin; // byte range in the text
    std::uint32_t end;
    bool joined;   // "covid19" beside "covid" and "19"
    bool function; // "of", "the"
};

struct Words {
    std::vector<Word> words; // by place, a joined word before the first of its parts
    std::uint32_t places = 0;
};

class Lexicon {
public:
    Words split(std::string_view text, text::Markup markup);
    TermId number(std::string_view term);
    const std::string& name(TermId term) const { return names_[term]; }

private:
    struct Folded {
        TermId term;
        bool function;
    };
    const Folded& look_up(std::string_view folded);

    text::Splitter splitter_;
    text::Stemmer stemmer_;
    std::unordered_map<std::string, TermId> numbers_;
    std::unordered_map<std::string, Folded> folded_; // each folded word is stemmed once
    std::vector<std::string> names_;
};

} // namespace trialdex::oracle
