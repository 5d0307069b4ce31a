#include "search/engine.h"

#include "index/segment/segment_writer.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::search {

using index::Bits;

Engine::Engine(std::shared_ptr<const index::Snapshot> snapshot, const store::Reader& store)
    : snapshot_(std::move(snapshot)), store_(store), studies_(snapshot_->studies()), warnings_(snapshot_->warnings) {
    parts_.reserve(snapshot_->parts.size());
    for (const auto& part : snapshot_->parts) {
        const TermSource source{*part.segment, *snapshot_, studies_};
        std::optional<Bits> living;
        if (part.deleted.size() != 0) {
            living = part.deleted;
            living->flip();
        }
        parts_.push_back({part.segment.get(), std::move(living), source, FacetBits(source, store)});
    }
}

namespace {

// How many of the best matches are all that a query needs; 0 when it needs every match.
std::size_t best_needed(const Query& query) {
    constexpr std::uint64_t kDeep = 1000;
    const bool by_score =
        query.sort.empty() ||
        (query.sort.size() == 1 && query.sort[0].by == SortItem::By::Relevance && !query.sort[0].ascending);
    const bool all = query.total || !by_score || query.decay || !query.facets.empty() || !query.choices.empty();
    return all || query.offset + query.limit > kDeep ? 0 : static_cast<std::size_t>(query.offset + query.limit);
}

} // namespace

Result<Matches> Engine::matches(const Query& query, const Part& part, Plans& plans, std::size_t best) const {
    std::vector<Evaluator::Part> clauses;
    clauses.reserve(query.clauses.size());
    for (const Clause& clause : query.clauses) clauses.push_back({&clause.expression, clause.scored});
    if (part.living) best = 0; // deleted studies could be the best
    auto found = Evaluator(part.source, plans, store_).all_of(clauses, nullptr, best);
    if (found && part.living) return kept_in(std::move(*found), *part.living);
    return found;
}

Answer Engine::only(const Query& query) const {
    Answer answer;
    std::vector<NctId> ids = query.only_ids;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const NctId id : ids) {
        const bool known = std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) {
            const auto study = part.segment->find(id);
            return study && part.holds(*study);
        });
        if (!known) continue;
        if (answer.total >= query.offset && answer.hits.size() < query.limit) answer.hits.push_back({id, 0, {}});
        ++answer.total;
    }
    return answer;
}

namespace {

const Choice* choice_of(const Query& query, std::string_view facet) {
    const auto found = std::find_if(query.choices.begin(), query.choices.end(),
                                    [&](const Choice& choice) { return choice.facet == facet; });
    return found == query.choices.end() ? nullptr : &*found;
}

Result<void> check_facets(const Query& query) {
    for (const std::string& id : query.facets) {
        if (!schema::find_facet(id)) return fail(ErrorCode::InvalidInput, "There is no facet “" + id + "”.");
    }
    for (const Choice& choice : query.choices) {
        if (!schema::find_facet(choice.facet))
            return fail(ErrorCode::InvalidInput, "There is no facet “" + choice.facet + "”.");
    }
    return {};
}

} // namespace

// A facet's own choice does not narrow its own counts.
void Engine::count_facets(const Query& query, const Part& part, const Bits& base, const StudyList* list,
                          std::vector<FacetCounter>& counters) const {
    std::uint64_t elsewhere = 0;
    for (const Part& other : parts_) elsewhere += &other == &part ? 0 : other.segment->studies();
    for (std::size_t i = 0; i < counters.size(); ++i) {
        if (query.choices.empty()) {
            counters[i].add(part.facets, *part.segment, base, list, elsewhere);
            continue;
        }
        Bits among = base;
        for (const Choice& choice : query.choices) {
            if (choice.facet != query.facets[i]) among = chosen(choice, part.facets, *part.segment, among);
        }
        counters[i].add(part.facets, *part.segment, among, nullptr, elsewhere);
    }
}

Result<Answer> Engine::search(const Query& query) const {
    if (auto sound = check_sort(query); !sound) return tl::unexpected(sound.error());
    if (auto sound = check_facets(query); !sound) return tl::unexpected(sound.error());
    if (!query.only_ids.empty()) return only(query);
    Plans plans(snapshot_->synonyms, query.synonyms);
    std::vector<FacetCounter> counters;
    for (const std::string& id : query.facets) {
        const auto number = static_cast<std::size_t>(schema::find_facet(id) - schema::facets().data());
        counters.emplace_back(number, choice_of(query, id), query.facet_values);
    }
    Answer answer;
    std::vector<SegmentMatches> all;
    for (const Part& part : parts_) {
        auto found = matches(query, part, plans, best_needed(query));
        if (!found) return tl::unexpected(found.error());
        if (!query.choices.empty() || !counters.empty()) {
            const Bits base = to_bits(*found, part.segment->studies());
            count_facets(query, part, base, found->as_bits ? nullptr : &found->studies, counters);
            for (const Choice& choice : query.choices)
                found = kept_in(std::move(*found), chosen(choice, part.facets, *part.segment, base));
        }
        as_list(*found);
        answer.total += found->studies.size();
        all.push_back({part.segment, std::move(*found)});
    }
    if (query.decay) decay(*query.decay, all);
    auto hits = page_of(query, all);
    if (!hits) return tl::unexpected(hits.error());
    answer.hits = std::move(*hits);
    for (FacetCounter& counter : counters) answer.facets.push_back(counter.finish());
    answer.synonyms = plans.used();
    return answer;
}

Result<std::vector<std::uint64_t>> Engine::count(const std::vector<Expression>& expressions, bool synonyms) const {
    std::vector<std::uint64_t> counts;
    for (const Expression& expression : expressions) {
        Query query;
        query.clauses.push_back({expression, false});
        query.synonyms = synonyms;
        Plans plans(snapshot_->synonyms, synonyms);
        std::uint64_t sum = 0;
        for (const Part& part : parts_) {
            const auto found = matches(query, part, plans, 0);
            if (!found) return tl::unexpected(found.error());
            sum += found->count();
        }
        counts.push_back(sum);
    }
    return counts;
}

Result<std::vector<Bits>> Engine::kept_by(const Query& query) const {
    std::vector<Bits> kept;
    if (query.clauses.empty() && query.choices.empty()) return kept;
    if (auto sound = check_facets(query); !sound) return tl::unexpected(sound.error());
    Plans plans(snapshot_->synonyms, query.synonyms);
    for (const Part& part : parts_) {
        const auto found = matches(query, part, plans, 0);
        if (!found) return tl::unexpected(found.error());
        Bits bits = to_bits(*found, part.segment->studies());
        for (const Choice& choice : query.choices) bits = chosen(choice, part.facets, *part.segment, bits);
        kept.push_back(std::move(bits));
    }
    return kept;
}

IndexInfo Engine::info() const {
    const std::lock_guard lock(mutex_);
    return {snapshot_->generation, snapshot_->store_sequence,         studies_,
            snapshot_->bytes,      snapshot_->synonyms.fingerprint(), warnings_};
}

bool Engine::check_some(std::size_t bytes) {
    for (std::size_t done = 0; done < bytes; done += index::kChecksumBlock) {
        if (checked_part_ == parts_.size()) return false;
        const index::SegmentFile& file = parts_[checked_part_].segment->file;
        if (checked_block_ == file.blocks()) {
            ++checked_part_;
            checked_block_ = 0;
            continue;
        }
        if (!file.block_is_sound(checked_block_)) {
            const std::lock_guard lock(mutex_);
            warnings_.push_back(fmt::format("{}: block {} does not match its checksum; run trialdex index --anew",
                                            file.path(), checked_block_));
        }
        ++checked_block_;
    }
    return true;
}

} // namespace trialdex::search
