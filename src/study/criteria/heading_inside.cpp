// A side that begins in the middle of a line.
#include "study/criteria/heading_words.h"
#include "study/criteria/side_heading.h"

#include <array>
#include <string>
#include <string_view>

namespace trialdex::study {

namespace {

constexpr std::array<std::string_view, 4> kNames = {"Inclusion", "INCLUSION", "Exclusion", "EXCLUSION"};
constexpr std::array<std::string_view, 3> kCriteria = {"Criteria", "criteria", "CRITERIA"};

// Words before "Exclusion Criteria:" that say that it is spoken of, and does not begin; beside kNotBeforeName.
constexpr std::string_view kSpokenOf[] = {"and", "or",  "the",     "all",  "to",  "other", "no",        "in",
                                          "per", "for", "defined", "note", "key", "main",  "following:"};

std::string_view word_before(std::string_view words, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && words[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0 && words[begin - 1] != ' ' && end - begin < 32) --begin;
    return words.substr(begin, end - begin);
}

// Whether "Exclusion Criteria" at `at` ends with a colon or with the line.
bool is_written_as_heading(std::string_view words, std::size_t at, std::size_t name_size) {
    std::string_view rest = words.substr(at + name_size);
    if (rest.empty()) { // "… consent Exclusion"
        const std::string_view before = word_before(words, at);
        return name_size == 9 && words[at] == 'E' && !before.empty() && before[0] >= 'a' && before[0] <= 'z';
    }
    if (rest[0] != ' ') return false;
    rest.remove_prefix(1);
    for (const std::string_view criteria : kCriteria) {
        if (!rest.starts_with(criteria)) continue;
        rest.remove_prefix(criteria.size());
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        return rest.empty() || rest[0] == ':' || rest.starts_with("：");
    }
    return false;
}

bool stands_alone(std::string_view words, std::size_t at) {
    if (at == 0) return false;
    const char before = words[at - 1];
    if (before != ' ' && before != '.' && before != ';' && before != ')' && before != '>') return false;
    const std::string_view word = word_before(words, at);
    std::string small(word);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (is_one_of(kSpokenOf, small) || is_one_of(kNotBeforeName, small)) return false;
    return !word.empty() && word.back() != '/' && word.back() != '-' && word.back() != '(' && word.back() != ',';
}

} // namespace

std::optional<std::size_t> heading_inside(std::string_view words, std::size_t from) {
    for (std::size_t at = from; at < words.size(); ++at) {
        if (words[at] != 'I' && words[at] != 'E') continue;
        for (const std::string_view name : kNames) {
            if (!words.substr(at).starts_with(name)) continue;
            if (is_written_as_heading(words, at, name.size()) && stands_alone(words, at)) return at;
        }
    }
    return std::nullopt;
}

} // namespace trialdex::study
