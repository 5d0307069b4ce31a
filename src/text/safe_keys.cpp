#include "text/safe_keys.h"

#include "text/tables.h"

#include <algorithm>

namespace trialdex::text {

namespace {

bool says_nothing(const Word& word) {
    return is_function_word(word.folded) || word.folded.find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace

SafeKeys::SafeKeys() {
    for (const std::string_view word : common_words()) common_.emplace(stemmer_.term(word));
}

std::string SafeKeys::of_name(std::string_view name, std::size_t max_words) {
    const auto words = splitter_.split(name, Markup::Plain);
    if (splitter_.places() > max_words || std::ranges::all_of(words, says_nothing)) return {};
    std::string key = phrase_key(words, stemmer_);
    if (key.find(' ') != std::string::npos) return key;
    constexpr std::size_t kTooShort = 2;      // "MS", "AS", "K": abbreviations of anything
    const bool lost = splitter_.places() > 1; // "AN-9" and "Living Will" would be "9" and "living"
    return lost || key.size() <= kTooShort ? std::string() : key;
}

std::string SafeKeys::of_other_name(std::string_view name, std::size_t max_words) {
    std::string key = of_name(name, max_words);
    return common_.contains(key) ? std::string() : key;
}

} // namespace trialdex::text
