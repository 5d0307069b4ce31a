// Keys of names that are safe to match in texts: not those that stand for anything.
#pragma once

#include "text/words.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace trialdex::text {

class SafeKeys {
public:
    SafeKeys();

    // Empty when the name must not be matched: no words but numbers and function words, a single one of at most two
    // letters, more than `max_words`.
    std::string of_name(std::string_view name, std::size_t max_words);

    // As of_name(); a word of everyday language is left out too: "MET" is no name for methionine, "Balance" none for
    // isoxaflutole, though a vocabulary says so.
    std::string of_other_name(std::string_view name, std::size_t max_words);

private:
    Splitter splitter_;
    Stemmer stemmer_;
    std::unordered_set<std::string> common_;
};

} // namespace trialdex::text
