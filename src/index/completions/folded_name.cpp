#include "index/completions/folded_name.h"

#include <algorithm>

namespace trialdex::index {

namespace {

void add_word(std::string& name, std::string_view word) {
    if (!name.empty()) name += ' ';
    name += word;
}

} // namespace

FoldedName fold_name(text::Splitter& splitter, std::string_view name) {
    const auto words = splitter.split(name, text::Markup::Plain);
    const bool hyphens = std::ranges::any_of(words, &text::Word::joined);
    FoldedName folded;
    std::uint32_t joined_until = 0; // bytes of the name that a joined word covers
    for (const text::Word& word : words) {
        if (!word.joined) add_word(folded.split, word.folded);
        if (hyphens && (word.joined || word.begin >= joined_until)) add_word(folded.joined, word.folded);
        if (word.joined) joined_until = word.end;
    }
    return folded;
}

} // namespace trialdex::index
