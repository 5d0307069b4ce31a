// A search engine that answers what a test tells it, and remembers what it was asked.
#pragma once

#include "search/search.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace trialdex::support {

class FakeSearcher : public search::Searcher {
public:
    search::Answer answer; // unless `answers` is set
    std::function<Result<search::Answer>(const search::Query&)> answers;
    std::function<std::uint64_t(const search::Expression&)> counts; // of one expression; 0 when not set
    std::map<std::string, std::string, std::less<>> spellings;
    std::vector<search::Suggestion> names;
    search::IndexInfo index{
        .generation = 3, .store_sequence = 2, .studies = 2, .bytes = 0, .synonyms_fingerprint = 0, .warnings = {}};
    mutable std::vector<search::Query> asked;
    mutable std::string asked_prefix;

    Result<search::Answer> search(const search::Query& query) const override {
        asked.push_back(query);
        return answers ? answers(query) : Result<search::Answer>(answer);
    }
    Result<std::vector<std::uint64_t>> count(const std::vector<search::Expression>& expressions, bool) const override {
        std::vector<std::uint64_t> numbers;
        for (const search::Expression& expression : expressions) numbers.push_back(counts ? counts(expression) : 0);
        return numbers;
    }
    Result<search::Explanation> explain(const search::Query&, study::NctId) const override {
        return search::Explanation{};
    }
    std::vector<search::Suggestion> suggest(std::string_view prefix, std::size_t limit) const override {
        asked_prefix = prefix;
        return {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(limit, names.size()))};
    }
    std::optional<std::string> spelling(std::string_view word) const override {
        const auto found = spellings.find(word);
        return found == spellings.end() ? std::nullopt : std::optional(found->second);
    }
    const text::Synonyms& synonyms() const override { throw std::logic_error("pages do not ask for the table"); }
    search::IndexInfo info() const override { return index; }
};

// An index that is there, or not yet.
class FakeIndex : public search::LiveIndex {
public:
    std::shared_ptr<FakeSearcher> searcher = std::make_shared<FakeSearcher>();
    std::shared_ptr<const search::Searcher> current() const override { return searcher; }
};

} // namespace trialdex::support
