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

void PhraseKey::add_term(std::string_view term) {
    text_ += passed_over_;
    passed_over_.clear();
    if (!text_.empty()) text_ += ' ';
    text_ += term;
}

void PhraseKey::add_function_word() {
    if (!text_.empty()) passed_over_ += " *";
}

std::string phrase_key(std::span<const Word> words, Stemmer& stemmer) {
    PhraseKey key;
    for (const Word& word : words) {
        if (word.joined) continue;
        if (is_function_word(word.folded))
            key.add_function_word();
        else
            key.add_term(stemmer.term(word.folded));
    }
    return key.take();
}

} // namespace trialdex::text
