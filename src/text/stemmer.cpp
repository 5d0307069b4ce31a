#include "text/spelling.h"
#include "text/tables.h"
#include "text/words.h"

#include <algorithm>
#include <libstemmer.h>
#include <new>

namespace trialdex::text {

namespace {

struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// Only English words have English endings; "il2s" and "größe" stay, and ALS, ACS, IBS are no plurals.
bool has_ending(std::string_view word) {
    if (word.size() == 3 && word.ends_with('s')) return false;
    return std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

} // namespace

struct Stemmer::Snowball {
    std::unique_ptr<sb_stemmer, Delete> english{sb_stemmer_new("english", "UTF_8")};
    std::string spelled;
};

Stemmer::Stemmer() : snowball_(std::make_unique<Snowball>()) {
    if (!snowball_->english) throw std::bad_alloc(); // the only reason there is
}

Stemmer::~Stemmer() = default;

std::string_view Stemmer::term(std::string_view folded) {
    const std::string& word = snowball_->spelled;
    if (!spell(folded, snowball_->spelled) || !has_ending(word)) return word;
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(snowball_->english.get(), bytes, static_cast<int>(word.size()));
    if (stem == nullptr) return word; // out of memory there; unstemmed is still found by itself
    const int length = sb_stemmer_length(snowball_->english.get());
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(length)};
}

// Snowball changes and drops endings only; a spelling variant may change a beginning, wherever its row says it stands.
Stemmer::Bytes Stemmer::first_bytes(std::string_view term) {
    Bytes bytes;
    if (term.empty()) return bytes.set();
    bytes.set(static_cast<unsigned char>(term.front()));
    for (const SpellingVariant& variant : spelling_variants()) {
        if (variant.to.empty() || variant.to.front() == term.front())
            bytes.set(static_cast<unsigned char>(variant.from.front()));
    }
    return bytes;
}

} // namespace trialdex::text
