#include "related/word_reader.h"

#include "base/hash.h"
#include "related/rarities.h"

namespace trialdex::related {

WordReader& WordReader::of_thread() {
    thread_local WordReader reader;
    return reader;
}

std::uint64_t WordReader::term_of(std::string_view folded) {
    const std::uint64_t word = hash64(folded);
    Known& known = (*known_)[word % kSlots];
    if (known.word != word)
        known = {word, text::is_function_word(folded) ? kFunctionWord : Rarities::hash(stemmer_.term(folded))};
    return known.term;
}

std::string WordReader::key(std::string_view text) {
    return text::phrase_key(splitter_.split(text, text::Markup::Plain), stemmer_);
}

} // namespace trialdex::related
