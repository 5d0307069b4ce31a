// Any bytes as a text: its words lie in it, ascend, and have terms.
#include "text/words.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace trialdex::text;

void check(bool holds) {
    if (!holds) std::abort();
}

void check_words(Splitter& splitter, Stemmer& stemmer, std::string_view text, Markup markup) {
    const auto words = splitter.split(text, markup);
    std::uint32_t end = 0;
    std::uint32_t place = 0;
    for (const Word& word : words) {
        check(word.begin < word.end && word.end <= text.size());
        check(!word.folded.empty() && word.folded.size() <= kMaxWordBytes);
        check(word.place == place && word.begin >= end);
        check(!stemmer.term(word.folded).empty());
        if (word.joined) continue;
        end = word.end;
        ++place;
    }
    check(splitter.places() == place);
    phrase_key(words, stemmer);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Splitter splitter;
    static Stemmer stemmer;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_words(splitter, stemmer, text, Markup::Plain);
    check_words(splitter, stemmer, text, Markup::CommonMark);
    return 0;
}
