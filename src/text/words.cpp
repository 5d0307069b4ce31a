#include "text/words.h"

#include "text/tables.h"

#include <algorithm>
#include <vector>

namespace trialdex::text {

bool is_function_word(std::string_view folded) {
    constexpr std::size_t kLongest = 5; // "these", "which": most words are told by their length alone
    return folded.size() >= 2 && folded.size() <= kLongest && std::ranges::binary_search(function_words(), folded);
}

std::string phrase_key(std::span<const Word> words, Stemmer& stemmer) {
    std::string key;
    std::string passed_over; // function words since the last term, kept when another term follows
    for (const Word& word : words) {
        if (word.joined) continue;
        if (is_function_word(word.folded)) {
            if (!key.empty()) passed_over += " *";
            continue;
        }
        key += passed_over;
        passed_over.clear();
        if (!key.empty()) key += ' ';
        key += stemmer.term(word.folded);
    }
    return key;
}

} // namespace trialdex::text
