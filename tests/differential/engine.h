// The one door to the engine: a registry of given records, indexed, and asked in expressions.
#pragma once

#include "base/result.h"
#include "oracle/query.h"
#include "search/search.h"
#include "support/scratch_registry.h"

#include <memory>
#include <string>
#include <vector>

namespace trialdex::differential {

// What is asked of both sides.
struct Question {
    std::vector<std::string> clauses;
    std::vector<oracle::Choice> choices;
    std::vector<study::NctId> only_ids;
    bool synonyms = true;
    std::string area = "BasicSearch"; // empty: the whole record
};

class Engine {
public:
    // Throws when the records cannot be stored or indexed. `vocabularies` are files.
    explicit Engine(const std::vector<std::string>& records, const std::vector<std::string>& vocabularies = {});

    const search::Searcher& searcher() const { return *searcher_; }

    // Sorted by id, the first page of ten; throws when the parser refuses a clause.
    static search::Query query(const Question& question);
    // The ids of all pages, in order.
    Result<std::vector<study::NctId>> all_pages(search::Query query, std::uint32_t page_size) const;

private:
    support::ScratchRegistry registry_;
    std::unique_ptr<search::LiveIndex> index_;
    std::shared_ptr<const search::Searcher> searcher_;
};

} // namespace trialdex::differential
