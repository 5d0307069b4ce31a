#include "text/words.h"

#include "text/tables.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trialdex::text {

namespace {

constexpr std::size_t kLongestFunctionWord = 5; // "these", "which"; the generator says when there is a longer one

// Most words are told by their length and first letter: a bit for each letter.
using LettersOfLength = std::array<std::uint32_t, kLongestFunctionWord + 1>;

LettersOfLength make_first_letters() {
    LettersOfLength letters{};
    for (const std::string_view word : function_words()) letters.at(word.size()) |= 1U << (word[0] - 'a');
    return letters;
}

} // namespace

bool is_function_word(std::string_view folded) {
    static const LettersOfLength kFirstLetters = make_first_letters();
    if (folded.empty() || folded.size() > kLongestFunctionWord || folded[0] < 'a' || folded[0] > 'z') return false;
    if ((kFirstLetters.at(folded.size()) >> (folded[0] - 'a') & 1U) == 0) return false;
    return std::ranges::binary_search(function_words(), folded);
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
