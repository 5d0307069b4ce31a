#include "search/rank/order.h"

#include "search/rank/list_sizes.h"
#include "study/sortable.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trialdex::search {

namespace {

struct Candidate {
    double keys[2]; // smaller comes first
    std::uint32_t id;
    float score;
    std::uint32_t segment;
    std::uint32_t study;
};

bool before(const Candidate& a, const Candidate& b) {
    if (a.keys[0] != b.keys[0]) return a.keys[0] < b.keys[0];
    if (a.keys[1] != b.keys[1]) return a.keys[1] < b.keys[1];
    return a.id < b.id;
}

constexpr double kLast = std::numeric_limits<double>::infinity(); // what has no value comes last both ways

using By = SortItem::By;

std::vector<SortItem> order_of(const Query& query, const std::vector<SegmentMatches>& all) {
    if (!query.sort.empty()) return query.sort;
    const bool scored = std::any_of(all.begin(), all.end(), [](const auto& part) { return part.matches.scored(); });
    if (scored) return {{By::Relevance, nullptr, false}};
    return {{By::Id, nullptr, true}};
}

index::Place centre_of(const Expression::Circle& circle) { return {circle.latitude, circle.longitude}; }

class Keys {
public:
    Keys(const SortItem& item, const Query& query, const index::Segment& segment)
        : item_(item), query_(query), segment_(segment),
          column_(item.by == By::Piece ? segment.columns.find(item.node->id) : nullptr) {
        if (item.by == By::Piece && item.node->list) sizes_ = list_sizes(segment, *item.node);
    }

    double of(std::uint32_t study, float score) const {
        double value = 0;
        switch (item_.by) {
        case By::Relevance: value = score; break;
        case By::Id: value = segment_.ids[study]; break;
        case By::Piece: {
            if (item_.node->list) {
                if (sizes_[study] == kNoList) return kLast;
                value = sizes_[study];
                break;
            }
            const auto place = column_ ? column_->value(study) : std::nullopt;
            if (!place) return kLast;
            value =
                item_.node->value == schema::ValueKind::Number ? study::number_at(*place) : static_cast<double>(*place);
            break;
        }
        case By::Distance: {
            const auto metres =
                query_.near ? segment_.sites.nearest(study, centre_of(*query_.near)) : std::optional<double>();
            if (!metres) return kLast;
            value = *metres;
            break;
        }
        }
        return item_.ascending ? value : -value;
    }

private:
    const SortItem& item_;
    const Query& query_;
    const index::Segment& segment_;
    const index::Column* column_;
    std::vector<std::uint32_t> sizes_; // of a list, by study
};

// Keeps the `most` first candidates: a heap while they are few, everything otherwise.
class Best {
public:
    explicit Best(std::size_t most) : most_(most) {}

    bool would_take(const Candidate& candidate) const {
        if (most_ == 0) return false; // a page past the end
        return kept_.size() < most_ || (most_ > 0 && before(candidate, kept_.front()));
    }
    // The score below which nothing is taken any more, when candidates are in the order of their scores.
    float least_score(bool by_score) const {
        const bool all = !by_score || kept_.size() < most_ || most_ == 0;
        return all ? -std::numeric_limits<float>::infinity() : kept_.front().score;
    }
    void add(const Candidate& candidate) {
        if (most_ == 0) return;
        if (kept_.size() == most_) {
            if (!before(candidate, kept_.front())) return;
            std::pop_heap(kept_.begin(), kept_.end(), before);
            kept_.pop_back();
        }
        kept_.push_back(candidate);
        std::push_heap(kept_.begin(), kept_.end(), before);
    }
    std::vector<Candidate> finish() {
        std::sort(kept_.begin(), kept_.end(), before);
        return std::move(kept_);
    }

private:
    std::size_t most_;
    std::vector<Candidate> kept_;
};

} // namespace

Result<void> check_sort(const Query& query) {
    if (query.sort.size() > 2) return fail(ErrorCode::InvalidInput, "A search is sorted by at most two fields.");
    for (const SortItem& item : query.sort) {
        if (item.by == By::Piece && (!item.node || !(item.node->list || study::is_sortable(*item.node))))
            return fail(ErrorCode::InvalidInput, "A search is sorted by dates, numbers or ages only.");
        if (item.by == By::Distance && !query.near)
            return fail(ErrorCode::InvalidInput, "Sorting by distance needs a place to measure from.");
    }
    return {};
}

Result<std::vector<Hit>> page_of(const Query& query, const std::vector<SegmentMatches>& all) {
    const auto order = order_of(query, all);
    std::uint64_t total = 0;
    for (const SegmentMatches& part : all) total += part.matches.studies.size();
    const std::uint64_t end = std::min<std::uint64_t>(total, query.offset + query.limit);
    Best best(query.offset < total ? static_cast<std::size_t>(end) : 0);
    for (std::uint32_t at = 0; at < all.size(); ++at) {
        const SegmentMatches& part = all[at];
        const Keys first(order[0], query, *part.segment);
        const Keys second(order.back(), query, *part.segment);
        const bool by_score = order[0].by == By::Relevance && !order[0].ascending && part.matches.scored();
        float least = best.least_score(by_score);
        const float* const scores = part.matches.scores.data();
        const std::size_t size = part.matches.studies.size();
        for (std::size_t i = 0; i < size; ++i) {
            // Most of a large result is out by its score alone.
            if (by_score) {
                while (i < size && scores[i] < least) ++i;
                if (i == size) break;
            }
            const std::uint32_t study = part.matches.studies[i];
            const float score = part.matches.scored() ? part.matches.scores[i] : 0;
            Candidate candidate{{first.of(study, score), 0}, part.segment->ids[study], score, at, study};
            if (!best.would_take({{candidate.keys[0], -kLast}, 0, 0, 0, 0})) continue;
            if (order.size() > 1) candidate.keys[1] = second.of(study, score);
            best.add(candidate);
            least = best.least_score(by_score);
        }
    }
    std::vector<Hit> hits;
    const auto ranked = best.finish();
    for (std::size_t i = static_cast<std::size_t>(query.offset); i < ranked.size(); ++i) {
        Hit hit{NctId(ranked[i].id), ranked[i].score, {}};
        if (query.near)
            hit.metres = all[ranked[i].segment].segment->sites.nearest(ranked[i].study, centre_of(*query.near));
        hits.push_back(hit);
    }
    return hits;
}

void decay(const GeoDecay& how, std::vector<SegmentMatches>& all) {
    std::uint64_t total = 0;
    for (const SegmentMatches& part : all) total += part.matches.studies.size();
    if (total > kMaxDecayedMatches) return;
    for (SegmentMatches& part : all) {
        if (!part.matches.scored()) continue;
        for (std::size_t i = 0; i < part.matches.studies.size(); ++i) {
            const auto metres = part.segment->sites.nearest(part.matches.studies[i], centre_of(how.centre));
            if (!metres) continue;
            const double far = std::max(0.0, *metres - how.offset_metres) / how.scale_metres;
            double factor = 0;
            switch (how.shape) {
            case GeoDecay::Shape::Gauss: factor = std::pow(how.decay, far * far); break;
            case GeoDecay::Shape::Exponential: factor = std::pow(how.decay, far); break;
            case GeoDecay::Shape::Linear: factor = std::max(0.0, 1 - far * (1 - how.decay)); break;
            }
            part.matches.scores[i] *= static_cast<float>(factor);
        }
    }
}

} // namespace trialdex::search
