// Which words does a text hold? One splitting for records and queries: case, accents and width folded, CommonMark
// escapes and entities undone, possessives dropped, hyphens split, other scripts kept.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace trialdex::text {

enum class Markup : std::uint8_t { Plain, CommonMark };

struct Word {
    std::string_view folded; // lower case without accents, not stemmed; valid until the splitter's next call
    std::uint32_t place;     // among the words of the text, from 0; function words count
    std::uint32_t begin;     // byte range in the text given, for highlighting and for matching as written
    std::uint32_t end;
    bool joined; // the hyphenated whole beside its parts: "covid19" at the place of "covid", end of "19"
};

// A longer word is cut there; nobody searches for more.
inline constexpr std::size_t kMaxWordBytes = 64;

class Splitter {
public:
    Splitter();
    ~Splitter();
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;

    // The words of `text` in order, a joined word right before the first of its parts. Any bytes are taken; what is
    // not UTF-8 separates words. The span is valid until the next call. Not for two threads at once.
    std::span<const Word> split(std::string_view text, Markup markup);

    // Places the text of the last split() takes: 1 + the last place, 0 for none.
    std::uint32_t places() const;

private:
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
};

// Folded words to the terms of the index: spelling variants, then Snowball's English stemmer.
class Stemmer {
public:
    using Bytes = std::bitset<256>;

    Stemmer();
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    // The term of a folded word; valid until the next call. Not for two threads at once.
    std::string_view term(std::string_view folded);

    // The bytes with which a folded word may begin that has this term: whoever looks for a few terms in long texts can
    // pass over most words by their first letter ("edema": 'e', and 'o' for "oedema").
    static Bytes first_bytes(std::string_view term);

private:
    struct Snowball;
    std::unique_ptr<Snowball> snowball_;
};

// Whether a folded word is one of schema/function_words.tsv: it keeps its place and is not searched for.
bool is_function_word(std::string_view folded);

// The key under which a phrase is known: its terms joined by a space, function words inside as "*", those at both ends
// left out: "Quality of Life" → "qualiti * life". Empty when nothing is left.
class PhraseKey {
public:
    void add_term(std::string_view term);
    void add_function_word();
    const std::string& text() const { return text_; }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
    std::string passed_over_; // function words since the last term, kept when another term follows
};

// The key of the split (not joined) words.
std::string phrase_key(std::span<const Word> words, Stemmer& stemmer);

} // namespace trialdex::text
