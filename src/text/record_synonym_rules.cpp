#include "text/record_synonym_rules.h"

#include "text/tables.h"

#include <algorithm>
#include <unordered_set>

namespace trialdex::text {

namespace {

using Terms = std::vector<std::string_view>;

Terms terms_of(std::string_view key) {
    Terms terms;
    for (std::size_t at = 0; at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        terms.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    std::erase(terms, "*");
    std::ranges::sort(terms);
    return terms;
}

bool has_space(std::string_view written) { return written.find(' ') != std::string_view::npos; }

bool are_initials(std::string_view key, std::string_view of) {
    std::string initials;
    for (std::size_t at = 0; at < of.size(); at = std::min(of.find(' ', at), of.size() - 1) + 1) {
        if (of[at] != '*') initials += of[at];
    }
    constexpr std::size_t kFewest = 3;
    return key.size() >= kFewest && key == initials;
}

bool at_least(std::uint32_t part, double share, std::uint32_t whole) {
    return static_cast<double>(part) >= share * static_cast<double>(whole);
}

std::unordered_set<std::string> make_umbrella_terms() {
    Stemmer stemmer;
    std::unordered_set<std::string> terms;
    for (const std::string_view word : umbrella_words()) terms.emplace(stemmer.term(word));
    return terms;
}

bool has_umbrella_term(const Terms& terms) {
    static const auto kUmbrella = make_umbrella_terms();
    return std::ranges::any_of(terms, [](std::string_view term) { return kUmbrella.contains(std::string(term)); });
}

} // namespace

bool share_a_term(std::string_view key, std::string_view other) {
    const Terms terms = terms_of(other);
    return std::ranges::any_of(terms_of(key),
                               [&](std::string_view term) { return std::ranges::binary_search(terms, term); });
}

bool is_narrower(std::string_view narrow, std::string_view wide) {
    if (narrow.find(wide.substr(0, wide.find(' '))) == std::string_view::npos) return false; // as most do
    const Terms more = terms_of(narrow);
    const Terms fewer = terms_of(wide);
    return more.size() > fewer.size() && std::ranges::includes(more, fewer);
}

bool is_same_condition(const RecordNames::Name& condition, const RecordNames::Name& mesh,
                       const RecordNames::Both& both) {
    constexpr double kNearlyEvery = 0.9;
    const Terms narrow = terms_of(condition.key);
    const Terms wide = terms_of(mesh.key);
    if (condition.key == mesh.key || narrow.size() > wide.size() || std::ranges::includes(narrow, wide)) return false;
    if (both.alone == 0 || !at_least(both.studies, kNearlyEvery, condition.studies)) return false;
    return both.studies > 1 || share_a_term(condition.key, mesh.key);
}

bool is_umbrella(std::string_view written) {
    static constexpr std::string_view kJoins[] = {" and ", " or ", " with ", " plus ", " vs ", " versus ",
                                                  " + ",   ", ",   "/",      "+",      "%",    "&"};
    return std::ranges::any_of(kJoins,
                               [&](std::string_view join) { return written.find(join) != std::string_view::npos; });
}

bool is_same_intervention(const RecordNames::Name& one, const RecordNames::Name& other, const RecordNames::Both& both) {
    constexpr double kHalf = 0.5;
    constexpr std::size_t kMostWords = 4;
    constexpr std::size_t kMostWordsOnce = 2;
    const Terms first = terms_of(one.key);
    const Terms second = terms_of(other.key);
    if (!at_least(both.studies, kHalf, std::min(one.studies, other.studies))) return false;
    if (std::ranges::includes(first, second) || std::ranges::includes(second, first)) return false;
    if (are_initials(one.key, other.key) || are_initials(other.key, one.key)) return true;
    if (has_umbrella_term(first) || has_umbrella_term(second)) return false;
    const std::size_t longer = std::max(first.size(), second.size());
    if (both.studies > 1) return longer <= kMostWords;
    return longer <= kMostWordsOnce && (!has_space(one.written) || !has_space(other.written));
}

} // namespace trialdex::text
