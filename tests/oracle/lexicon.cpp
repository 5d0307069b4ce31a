#include "oracle/lexicon.h"

namespace trialdex::oracle {

TermId Lexicon::number(std::string_view term) {
    const auto [at, fresh] = numbers_.try_emplace(std::string(term), static_cast<TermId>(names_.size()));
    if (fresh) names_.emplace_back(term);
    return at->second;
}

const Lexicon::Folded& Lexicon::look_up(std::string_view folded) {
    std::string key(folded);
    if (const auto known = folded_.find(key); known != folded_.end()) return known->second;
    const Folded fresh{number(stemmer_.term(folded)), text::is_function_word(folded)};
    return folded_.emplace(std::move(key), fresh).first->second;
}

Words Lexicon::split(std::string_view text, text::Markup markup) {
    Words result;
    for (const text::Word& word : splitter_.split(text, markup)) {
        const Folded& folded = look_up(word.folded);
        result.words.push_back({folded.term, word.place, word.begin, word.end, word.joined, folded.function});
    }
    result.places = splitter_.places();
    return result;
}

} // namespace trialdex::oracle
