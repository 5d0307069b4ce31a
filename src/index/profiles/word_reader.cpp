#include "index/profiles/word_reader.h"

namespace trialdex::index {

WordReader& WordReader::of_thread() {
    thread_local WordReader reader;
    return reader;
}

const WordReader::Known& WordReader::look_up(std::string_view folded) {
    const std::uint64_t spelling = hash64(folded);
    Known& known = known_[spelling % kSlots];
    if (known.spelling == spelling) return known;
    known.spelling = spelling;
    if (text::is_function_word(folded))
        known.term.clear();
    else
        known.term = stemmer_.term(folded);
    known.number = word_number(known.term);
    return known;
}

std::string WordReader::key(std::string_view text) {
    text::PhraseKey key;
    for (const text::Word& word : splitter_.split(text, text::Markup::Plain)) {
        if (word.joined) continue;
        if (const Known& known = look_up(word.folded); known.term.empty())
            key.add_function_word();
        else
            key.add_term(known.term);
    }
    return key.take();
}

} // namespace trialdex::index
