// Names to suggest while somebody types, and words to mend spelling with. Bytes of a segment's section.
#pragma once

#include "base/result.h"
#include "index/completions/prefix_list.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
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

struct StudyName {
    NameKind kind;
    std::string_view text;
};

class CompletionsBuilder {
public:
    CompletionsBuilder();
    ~CompletionsBuilder();
    // What one study names. Names that differ in case or accents only are one, and count once.
    void add_study(std::span<const StudyName> names);
    // A folded word of titles, conditions, interventions or keywords; once a study and word.
    void add_word(std::string_view folded, std::uint32_t studies = 1);
    void append(const Completions& other);
    std::string finish();

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

// Numbered texts in a section's bytes.
class TextArray {
public:
    static TextArray take(ArrayReader& reader, std::uint64_t count);
    std::uint32_t size() const { return starts_.empty() ? 0 : static_cast<std::uint32_t>(starts_.size() - 1); }
    std::string_view operator[](std::uint32_t i) const; // empty beyond the end

private:
    std::span<const std::uint32_t> starts_; // one more than texts
    std::string_view texts_;
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

    // All of them, for putting tables together: names by rank, words in the order of their bytes.
    std::uint32_t names() const;
    Completion name(std::uint32_t rank) const;
    std::uint32_t words() const;
    std::string_view word(std::uint32_t number) const;
    std::uint32_t word_studies(std::uint32_t number) const;

private:
    std::uint32_t first_word_from(std::string_view folded) const;

    std::span<const std::uint8_t> kinds_;
    std::span<const std::uint32_t> studies_;
    TextArray texts_;
    PrefixList whole_; // names
    PrefixList inner_; // their words after the first
    std::span<const std::uint32_t> word_studies_;
    TextArray words_;
};

} // namespace trialdex::index
