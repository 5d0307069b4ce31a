// The Searcher over one generation of the index.
#pragma once

#include "index/index.h"
#include "search/facets/facet_bits.h"
#include "search/rank/order.h"
#include "search/search.h"

#include <atomic>

namespace trialdex::search {

class Engine final : public Searcher {
public:
    // `store` must outlive the engine; it is read for EXPANSION[None] only.
    Engine(std::shared_ptr<const index::Snapshot> snapshot, const store::Reader& store);

    Result<Answer> search(const Query& query) const override;
    Result<std::vector<std::uint64_t>> count(const std::vector<Expression>& expressions, bool synonyms) const override;
    Result<Explanation> explain(const Query& query, NctId id) const override;
    std::vector<Suggestion> suggest(std::string_view prefix, std::size_t limit) const override;
    std::optional<std::string> spelling(std::string_view word) const override;
    const text::Synonyms& synonyms() const override { return snapshot_->synonyms; }
    IndexInfo info() const override;
    std::shared_ptr<const index::Snapshot> snapshot() const override { return snapshot_; }
    Result<std::vector<index::Bits>> kept_by(const Query& query) const override;

    // Checks the next data blocks, about `bytes` of them; damage becomes a warning of info(). True while some are left.
    bool check_some(std::size_t bytes);

private:
    struct Part {
        const index::Segment* segment;
        std::optional<index::Bits> living; // nothing: no study is deleted

        bool holds(std::uint32_t study) const { return !living || living->test(study); }
        TermSource source;
        FacetBits facets;
    };

    // The matches of the clauses in one segment, without deleted studies, before choices; with `best` above 0 perhaps
    // only those that can be among so many best ones.
    Result<Matches> matches(const Query& query, const Part& part, Plans& plans, std::size_t best) const;
    Answer only(const Query& query) const;
    void count_facets(const Query& query, const Part& part, const index::Bits& base, const StudyList* list,
                      std::vector<FacetCounter>& counters) const;

    std::shared_ptr<const index::Snapshot> snapshot_;
    const store::Reader& store_;
    std::vector<Part> parts_;
    std::uint64_t studies_ = 0;
    mutable std::mutex mutex_; // of the warnings and where the check stands
    std::vector<std::string> warnings_;
    std::size_t checked_part_ = 0;
    std::size_t checked_block_ = 0;
};

} // namespace trialdex::search
