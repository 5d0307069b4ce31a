#include "index/build/phrase_matcher.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sstream>

namespace trialdex::index {
namespace {

using text::ConceptId;

std::vector<std::string> words_of(const std::string& phrase) {
    std::istringstream stream(phrase);
    return {std::istream_iterator<std::string>(stream), {}};
}

text::Synonyms synonyms_of(const std::vector<std::vector<std::string>>& concepts) {
    std::vector<text::Concept> table;
    for (const auto& forms : concepts) {
        auto& known = table.emplace_back();
        known.source = "D" + std::to_string(table.size());
        known.name = forms[0];
        for (const std::string& form : forms) known.forms.push_back({form, form});
    }
    return text::Synonyms(std::move(table));
}

std::set<ConceptId> found_at(const PhraseTrie& trie, const std::vector<std::string>& value, std::size_t at) {
    std::vector<std::uint32_t> numbers;
    for (const std::string& word : value) numbers.push_back(trie.word(word));
    std::set<ConceptId> found;
    trie.match(std::span<const std::uint32_t>(numbers).subspan(at), [&](ConceptId id) { found.insert(id); });
    return found;
}

// Word by word, form by form.
std::set<ConceptId> searched(const std::vector<std::vector<std::string>>& concepts,
                             const std::vector<std::string>& value, std::size_t at) {
    std::set<ConceptId> found;
    for (ConceptId id = 0; id < concepts.size(); ++id) {
        for (const std::string& form : concepts[id]) {
            const auto words = words_of(form);
            if (words.size() < 2 || at + words.size() > value.size()) continue;
            bool same = true;
            for (std::size_t i = 0; i < words.size(); ++i) same &= words[i] == "*" || words[i] == value[at + i];
            if (same) found.insert(id);
        }
    }
    return found;
}

TEST(PhraseTrie, FindsFormsOfSeveralWords) {
    const auto synonyms = synonyms_of({{"heart attack", "myocardial infarction", "mi"}, {"cancer * lung"}});
    const PhraseTrie trie(synonyms);
    const auto value = words_of("after heart attack mi cancer in lung");
    EXPECT_EQ(found_at(trie, value, 1), std::set<ConceptId>{0});
    EXPECT_EQ(found_at(trie, value, 3), std::set<ConceptId>{}) << "single words are found as they are";
    EXPECT_EQ(found_at(trie, value, 4), std::set<ConceptId>{1});
    EXPECT_EQ(found_at(trie, words_of("cancer lung"), 0), std::set<ConceptId>{}) << "a place without a word is a place";
    EXPECT_EQ(found_at(trie, words_of("heart"), 0), std::set<ConceptId>{});
}

TEST(PhraseTrie, AgreesWithASearchWordByWord) {
    const char* const kWords[] = {"a", "b", "c", "d", "*"};
    std::mt19937 random(5);
    for (int round = 0; round < 40; ++round) {
        std::vector<std::vector<std::string>> concepts;
        std::set<std::string> used; // a form of many concepts is left out of the table
        for (int concept_number = 0; concept_number < 12; ++concept_number) {
            std::vector<std::string> forms;
            for (std::size_t form = 1 + random() % 3; form > 0; --form) {
                std::string words = kWords[random() % 4]; // forms neither begin nor end with a free place
                for (std::size_t length = random() % 3; length > 0; --length)
                    words += std::string(" ") + kWords[random() % 5];
                words += std::string(" ") + kWords[random() % 4];
                if (used.insert(words).second) forms.push_back(words);
            }
            if (!forms.empty()) concepts.push_back(std::move(forms));
        }
        const PhraseTrie trie(synonyms_of(concepts));
        std::vector<std::string> value;
        for (int i = 0; i < 60; ++i) value.emplace_back(random() % 12 == 0 ? "unknown" : kWords[random() % 4]);
        for (std::size_t at = 0; at < value.size(); ++at)
            ASSERT_EQ(found_at(trie, value, at), searched(concepts, value, at)) << "round " << round << " at " << at;
    }
}

} // namespace
} // namespace trialdex::index
