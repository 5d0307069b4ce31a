// Names to suggest while somebody types, and words to mend spelling with. Bytes of a segment's section.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

enum class NameKind : std::uint8_t { Condition, Intervention, Sponsor };

struct Completion {
    NameKind kind;
    std::string_view text; // the commonest spelling
    std::uint32_t studies;
};

class Completions;

class CompletionsBuilder {
public:
    CompletionsBuilder();
    ~CompletionsBuilder();
    // Once a study and name. Names that differ in case or accents only are one.
    void add_name(NameKind kind, std::string_view text);
    // A folded word of titles, conditions, interventions or keywords; once a study and word.
    void add_word(std::string_view folded);
    void append(const Completions& other);
    std::string finish();

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

class Completions {
public:
    static Result<Completions> open(std::string_view bytes);

    // Names of which a word starts with the folded `prefix` (the whole name first), most studies first.
    // 580,000 studies have some 500,000 names; this takes well under a millisecond for any prefix.
    std::vector<Completion> find(std::string_view prefix, std::size_t limit) const;
    // Studies that use this folded word.
    std::uint32_t word_count(std::string_view folded) const;
    // The commonest word at an edit distance (insert, delete, replace, swap neighbours) of 1, or 2 for words of 6
    // letters and more, that at least ten times as many studies use; the first letter stays.
    std::optional<std::string> nearest_word(std::string_view folded) const;

private:
    // the owner of this file lays out the fields
};

} // namespace trialdex::index
