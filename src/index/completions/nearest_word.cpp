// Reading completions in place: words, and the one that was probably meant.
#include "index/completions/completions.h"
#include "index/completions/edit_distance.h"

#include <algorithm>

namespace trialdex::index {

namespace {

constexpr std::size_t kLongWord = 6;        // letters from which two slips are forgiven
constexpr std::uint64_t kMuchCommoner = 10; // times as many studies must use the better word
constexpr std::size_t kMaxLetters = 64;

// Bytes of the character that starts with this one.
std::size_t character_bytes(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

// UTF-8 as code points; damaged bytes become some code point.
void letters_of(std::string_view word, std::u32string& letters) {
    letters.clear();
    while (!word.empty() && letters.size() < kMaxLetters) {
        const std::size_t bytes = std::min(character_bytes(word.front()), word.size());
        char32_t letter = 0;
        for (const char c : word.substr(0, bytes)) letter = letter << 8 | static_cast<unsigned char>(c);
        letters.push_back(letter);
        word.remove_prefix(bytes);
    }
}

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

} // namespace

std::uint32_t Completions::words() const { return static_cast<std::uint32_t>(word_studies_.size()); }
std::string_view Completions::word(std::uint32_t number) const { return words_[number]; }
std::uint32_t Completions::word_studies(std::uint32_t number) const { return word_studies_[number]; }

// The number of the first word that is not before `folded`.
std::uint32_t Completions::first_word_from(std::string_view folded) const {
    std::uint32_t begin = 0;
    std::uint32_t end = words();
    while (begin < end) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        if (words_[middle] < folded)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

std::uint32_t Completions::word_count(std::string_view folded) const {
    const std::uint32_t number = first_word_from(folded);
    return number < words() && words_[number] == folded ? word_studies_[number] : 0;
}

std::optional<std::string> Completions::nearest_word(std::string_view folded) const {
    if (folded.empty() || has_digit(folded)) return std::nullopt; // "10mg" is no slip of "100mg"
    std::u32string wanted;
    std::u32string candidate;
    letters_of(folded, wanted);
    const unsigned limit = wanted.size() >= kLongWord ? 2 : 1;
    const std::uint64_t enough = std::max<std::uint64_t>(1, kMuchCommoner * word_count(folded));
    const std::string_view first_letter = folded.substr(0, character_bytes(folded.front()));
    unsigned nearest = limit + 1;
    std::uint32_t most = 0;
    std::string_view best;
    for (std::uint32_t i = first_word_from(first_letter); i < words() && words_[i].starts_with(first_letter); ++i) {
        const std::string_view word = words_[i];
        // Every letter left out or put in is at most four bytes.
        const std::size_t apart = std::max(word.size(), folded.size()) - std::min(word.size(), folded.size());
        if (word_studies_[i] < enough || apart > limit * 4 || has_digit(word)) continue;
        letters_of(word, candidate);
        const unsigned distance = edit_distance(wanted, candidate, std::min(limit, nearest));
        // Of two words as near the commoner; one slip is likelier than two, however common the word.
        if (distance == 0 || distance > limit || distance > nearest) continue;
        if (distance == nearest && word_studies_[i] <= most) continue;
        nearest = distance;
        most = word_studies_[i];
        best = word;
    }
    if (best.empty()) return std::nullopt;
    return std::string(best);
}

} // namespace trialdex::index
