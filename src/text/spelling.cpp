#include "text/spelling.h"

#include "text/tables.h"

#include <array>
#include <cstddef>

namespace trialdex::text {

namespace {

constexpr std::size_t kLetters = 26;

// Where the variants of each first letter begin and end.
std::array<std::size_t, kLetters + 1> make_starts() {
    std::array<std::size_t, kLetters + 1> starts{};
    for (const SpellingVariant& variant : spelling_variants()) {
        ++starts[static_cast<std::size_t>(variant.from[0] - 'a') + 1];
    }
    for (std::size_t letter = 0; letter < kLetters; ++letter) starts[letter + 1] += starts[letter];
    return starts;
}

bool fits(const SpellingVariant& variant, std::string_view word, std::size_t at) {
    if (word[at + 1] != variant.from[1]) return false; // tells most rows without a look at the rest
    if (at < variant.before || !word.substr(at).starts_with(variant.from)) return false;
    const bool from_start = at == 0;
    const bool to_end = at + variant.from.size() == word.size();
    switch (variant.where) {
    case Where::Start: return from_start;
    case Where::End: return to_end;
    case Where::Whole: return from_start && to_end;
    case Where::Part: break;
    }
    return true;
}

const SpellingVariant* find(std::string_view word, std::size_t at) {
    static const auto kStarts = make_starts();
    if (at + 1 == word.size() || word[at] < 'a' || word[at] > 'z') return nullptr; // no variant of one letter
    const auto letter = static_cast<std::size_t>(word[at] - 'a');
    for (const auto& variant : spelling_variants().subspan(kStarts[letter], kStarts[letter + 1] - kStarts[letter])) {
        if (fits(variant, word, at)) return &variant;
    }
    return nullptr;
}

} // namespace

bool spell(std::string_view folded, std::string& spelled) {
    spelled.clear();
    for (std::size_t at = 0; at < folded.size();) {
        const SpellingVariant* variant = find(folded, at);
        if (variant == nullptr) {
            spelled += folded[at++];
            continue;
        }
        spelled += variant->to;
        if (variant->is_term) return false;
        at += variant->from.size();
    }
    return true;
}

} // namespace trialdex::text
