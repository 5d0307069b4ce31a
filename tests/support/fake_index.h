// A search index that looks at nothing but ids, for tests of what stands above the engine: it finds all of its studies,
// those of Query::only_ids, or none when a clause is Nothing, in the order of their ids; and it remembers the question.
#pragma once

#include "search/search.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

namespace trialdex::support {

class ListSearcher : public search::Searcher {
public:
    explicit ListSearcher(std::vector<search::NctId> studies) : studies_(std::move(studies)) {}

    std::uint64_t generation = 1;
    std::optional<Error> failure; // answers every search

    search::Query asked() const {
        const std::scoped_lock lock(mutex_);
        return asked_;
    }

    Result<search::Answer> search(const search::Query& query) const override {
        const std::scoped_lock lock(mutex_);
        asked_ = query;
        if (failure) return tl::unexpected(*failure);
        std::vector<search::NctId> found = studies_;
        if (!query.only_ids.empty()) std::erase_if(found, [&](auto id) { return !holds(query.only_ids, id); });
        const bool nothing = std::ranges::any_of(query.clauses, [](const search::Clause& clause) {
            return clause.expression.kind == search::Expression::Kind::Nothing;
        });
        if (nothing) found.clear();
        search::Answer answer;
        answer.total = found.size();
        for (std::uint64_t i = query.offset; i < found.size() && answer.hits.size() < query.limit; ++i) {
            answer.hits.push_back({found[i], 0, std::nullopt});
        }
        return answer;
    }

    Result<std::vector<std::uint64_t>> count(const std::vector<search::Expression>& all, bool) const override {
        return std::vector<std::uint64_t>(all.size(), studies_.size());
    }
    Result<search::Explanation> explain(const search::Query&, search::NctId) const override {
        return search::Explanation();
    }
    std::vector<search::Suggestion> suggest(std::string_view, std::size_t) const override { return {}; }
    std::optional<std::string> spelling(std::string_view) const override { return std::nullopt; }
    const text::Synonyms& synonyms() const override { throw std::logic_error("the fake knows no names"); }
    search::IndexInfo info() const override {
        search::IndexInfo info;
        info.generation = generation;
        info.studies = studies_.size();
        return info;
    }

private:
    static bool holds(const std::vector<search::NctId>& ids, search::NctId id) {
        return std::ranges::find(ids, id) != ids.end();
    }

    std::vector<search::NctId> studies_; // ascending
    mutable std::mutex mutex_;
    mutable search::Query asked_;
};

class FakeIndex : public search::LiveIndex {
public:
    explicit FakeIndex(std::shared_ptr<const search::Searcher> searcher) : searcher_(std::move(searcher)) {}
    std::shared_ptr<const search::Searcher> current() const override { return searcher_; }

private:
    std::shared_ptr<const search::Searcher> searcher_;
};

} // namespace trialdex::support
