// A pass over the text: runs of letters and digits through the ASCII table, everything else character by character.
#include "text/character.h"
#include "text/tables.h"
#include "text/word_room.h"
#include "text/words.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace trialdex::text {

namespace {

constexpr std::size_t kMaxJoinedParts = 4;
constexpr std::size_t kMaxTextBytes = std::numeric_limits<std::uint32_t>::max() - 1; // what Word::end can say

bool is_number(std::string_view folded) { return folded.find_first_not_of("0123456789.") == std::string_view::npos; }

} // namespace

struct Splitter::Scratch {
    Folder folder;
    WordRoom room;
    std::vector<Word> words;
    std::uint32_t places = 0;
    std::string_view text;
    Markup markup = Markup::Plain;

    void split_all();

private:
    CharacterReader reader() { return {text, markup, folder}; }
    std::size_t take_run(std::size_t at);
    std::size_t take_word(std::size_t at);
    std::size_t take_ascii(std::size_t at, Folding& folding) const;
    std::size_t take_greek(std::size_t at, Folding& folding);
    std::size_t beyond(std::size_t at, const Character& next, Folding& folding);
    std::size_t past_possessive(std::size_t at);
    bool thousands_follow(std::size_t at, Folding& folding);
    void add(std::string_view folded, std::size_t begin, std::size_t end);
    void add_word(const Folding& folding, std::size_t begin, std::size_t end);
    void join(std::size_t first);
};

void Splitter::Scratch::split_all() {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80 && starts_word(ascii_kind(byte))) {
            at = take_run(at);
        } else if (byte < 0x80 && ascii_kind(byte) != Kind::Markup) {
            ++at;
        } else {
            const Character next = reader().at(at);
            if (starts_word(next.kind)) {
                at = take_run(at);
                continue;
            }
            if (next.kind == Kind::Alone) {
                Folding folding{room.next()};
                folding.add(next.folded);
                room.take(folding.size);
                add(folding.view(), at, at + next.width);
            }
            at += next.width;
        }
    }
}

// Words that hyphens tie together, then the joined word before them.
std::size_t Splitter::Scratch::take_run(std::size_t at) {
    const std::size_t first = words.size();
    std::size_t parts = 1;
    at = take_word(at);
    for (;; ++parts) {
        const Character hyphen = reader().at(at);
        if (hyphen.kind != Kind::Hyphen || !starts_word(reader().at(at + hyphen.width).kind)) break;
        at = take_word(at + hyphen.width);
    }
    if (parts > 1 && parts <= kMaxJoinedParts) join(first);
    return at;
}

std::size_t Splitter::Scratch::take_word(std::size_t at) {
    const std::size_t begin = at;
    Folding folding{room.next()};
    for (;;) {
        at = take_ascii(at, folding);
        const std::size_t next = beyond(at, reader().at(at), folding);
        if (next == at) break;
        at = next;
    }
    const std::size_t end = past_possessive(at);
    room.take(folding.size);
    add_word(folding, begin, end);
    return end;
}

std::size_t Splitter::Scratch::take_ascii(std::size_t at, Folding& folding) const {
    char* out = folding.bytes + folding.size;
    const char* const last = folding.bytes + (folding.full ? folding.size : kMaxWordBytes);
    for (; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80 || (ascii_kind(byte) != Kind::Letter && ascii_kind(byte) != Kind::Digit)) break;
        if (out < last) *out++ = ascii_small(byte);
    }
    folding.size = static_cast<std::size_t>(out - folding.bytes);
    return at;
}

// Behind `next` when it goes on with the word, else `at`.
std::size_t Splitter::Scratch::beyond(std::size_t at, const Character& next, Folding& folding) {
    const std::size_t after = at + next.width;
    switch (next.kind) {
    case Kind::Letter:
    case Kind::Digit: folding.add(next.folded); return after;
    case Kind::Greek: return take_greek(at, folding);
    case Kind::Ignored: return after;
    case Kind::Apostrophe:
        return starts_word(reader().at(after).kind) && past_possessive(at) == at ? after : at; // "o'brien"
    case Kind::Dot:
        if (reader().at(after).kind != Kind::Digit || !is_number(folding.view())) return at;
        folding.add(".");
        return after;
    case Kind::Comma: return thousands_follow(after, folding) ? after : at;
    default: return at;
    }
}

// One or two letters are called by their names ("IFN-γ", "γδ T cells"); a longer run is a Greek word.
std::size_t Splitter::Scratch::take_greek(std::size_t at, Folding& folding) {
    constexpr std::size_t kLongestNamed = 2;
    std::size_t letters = 0;
    std::size_t end = at;
    Character next = reader().at(end);
    while (next.kind == Kind::Greek) {
        ++letters;
        end += next.width;
        next = reader().at(end);
    }
    const bool micro = letters == 1 && next.kind == Kind::Letter && next.width == 1; // "μg", not "μ-opioid"
    while (at < end) {
        const Character letter = reader().at(at);
        const std::string_view name = greek_name(letter.folded);
        folding.add(letters > kLongestNamed ? letter.folded : micro && name == "mu" ? "u" : name);
        at += letter.width;
    }
    return end;
}

// Behind "'s" when it stands at `at` and ends the word, else `at`.
std::size_t Splitter::Scratch::past_possessive(std::size_t at) {
    const Character apostrophe = reader().at(at);
    if (apostrophe.kind != Kind::Apostrophe) return at;
    const Character letter = reader().at(at + apostrophe.width);
    const std::size_t end = at + apostrophe.width + letter.width;
    return letter.folded == "s" && !starts_word(reader().at(end).kind) ? end : at;
}

// "1,000": at most three digits, or such groups, before the comma; exactly three behind it.
bool Splitter::Scratch::thousands_follow(std::size_t at, Folding& folding) {
    constexpr std::size_t kGroup = 3;
    const std::size_t digits = folding.size - folding.group;
    if (digits > kGroup || (folding.group > 0 && digits < kGroup) || !is_number(folding.view())) return false;
    if (folding.view().find('.') != std::string_view::npos) return false;
    for (std::size_t i = 0; i < kGroup; ++i) {
        const Character digit = reader().at(at);
        if (digit.kind != Kind::Digit) return false;
        at += digit.width;
    }
    if (reader().at(at).kind == Kind::Digit) return false;
    folding.group = folding.size;
    return true;
}

void Splitter::Scratch::add(std::string_view folded, std::size_t begin, std::size_t end) {
    words.push_back({folded, places++, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), false});
}

// "10mg" is two words, so that it is found by "10 mg" too.
void Splitter::Scratch::add_word(const Folding& folding, std::size_t begin, std::size_t end) {
    const std::string_view word = folding.view();
    const bool number_first = !word.empty() && word[0] >= '0' && word[0] <= '9';
    const std::size_t digits = number_first ? word.find_first_not_of("0123456789.") : std::string_view::npos;
    if (digits == std::string_view::npos || !std::ranges::binary_search(units(), word.substr(digits))) {
        return add(word, begin, end);
    }
    std::size_t unit = begin;
    while (unit < end) {
        const Character next = reader().at(unit);
        if (next.kind == Kind::Letter || next.kind == Kind::Greek) break;
        unit += next.width;
    }
    add(word.substr(0, digits), begin, unit);
    add(word.substr(digits), unit, end);
}

void Splitter::Scratch::join(std::size_t first) {
    Folding joined{room.next()};
    for (std::size_t i = first; i < words.size(); ++i) joined.add(words[i].folded);
    if (joined.full) return;
    room.take(joined.size);
    const Word whole{joined.view(), words[first].place, words[first].begin, words.back().end, true};
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(first), whole);
}

Splitter::Splitter() : scratch_(std::make_unique<Scratch>()) {}

Splitter::~Splitter() = default;

std::span<const Word> Splitter::split(std::string_view text, Markup markup) {
    scratch_->folder.forget();
    scratch_->room.clear();
    scratch_->words.clear();
    scratch_->places = 0;
    scratch_->text = text.substr(0, kMaxTextBytes);
    scratch_->markup = markup;
    scratch_->split_all();
    return scratch_->words;
}

std::uint32_t Splitter::places() const { return scratch_->places; }

} // namespace trialdex::text
