#include "related/candidates.h"

#include "index/postings/cursor.h"
#include "index/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trialdex::related {

namespace {

using index::kVectorSize;
using index::Snapshot;
using index::StudyVector;

struct Telling { // a term worth walking
    double rarity;
    double weight;                       // rarity × impact in the record
    std::vector<index::ListBytes> lists; // by part
    std::uint64_t holders;
};

std::vector<Telling> telling_terms(const Snapshot& snapshot, const Origin& origin) {
    const std::uint64_t studies = snapshot.studies();
    std::vector<Telling> all;
    for (const WeightedTerm& term : origin.terms) {
        Telling telling{0, 0, {}, 0};
        for (const auto& part : snapshot.parts) {
            telling.lists.push_back(part.segment->dictionary.find(term.term));
            telling.holders += telling.lists.back().count;
        }
        if (telling.holders == 0 || telling.holders > kMostPostings) continue;
        telling.rarity = std::pow(index::rarity(std::max(studies, telling.holders), telling.holders), kRarityPower);
        telling.weight = telling.rarity * static_cast<double>(term.impact);
        all.push_back(std::move(telling));
    }
    std::sort(all.begin(), all.end(), [](const Telling& a, const Telling& b) { return a.weight > b.weight; });
    std::uint64_t postings = 0;
    std::vector<Telling> kept;
    for (Telling& term : all) {
        if (kept.size() == kMostTerms) break;
        if (postings + term.holders > kMostPostings) continue;
        postings += term.holders;
        kept.push_back(std::move(term));
    }
    return kept;
}

const std::array<float, index::kLevelMask + 1>& impacts() {
    static const auto kImpacts = [] {
        std::array<float, index::kLevelMask + 1> all{};
        for (std::size_t level = 1; level < all.size(); ++level)
            all[level] = static_cast<float>(related_impact(index::count_of(static_cast<std::uint8_t>(level))));
        return all;
    }();
    return kImpacts;
}

void walk(const index::ListBytes& list, float weight, std::vector<float>& sums) {
    index::Cursor cursor(list);
    for (index::Cursor::Block block{}; cursor.block(block); cursor.next_block()) {
        for (std::uint32_t i = 0; i < block.count; ++i)
            sums[block.studies[i]] += weight * impacts()[block.impacts[i] & index::kLevelMask];
    }
}

// Keeps the best so many of all that are offered.
class Best {
public:
    explicit Best(std::size_t most) : most_(most) {}
    bool takes(double words) const { return heap_.size() < most_ || words > heap_.front().words; }
    void add(const Candidate& candidate) {
        if (heap_.size() == most_) {
            std::pop_heap(heap_.begin(), heap_.end(), below);
            heap_.pop_back();
        }
        heap_.push_back(candidate);
        std::push_heap(heap_.begin(), heap_.end(), below);
    }
    std::vector<Candidate> take() { return std::move(heap_); }

private:
    static bool below(const Candidate& a, const Candidate& b) { return a.words > b.words; }
    std::size_t most_;
    std::vector<Candidate> heap_;
};

std::span<const std::int8_t> vector_of(const Snapshot& snapshot, const Candidate& candidate) {
    return snapshot.parts[candidate.part].vectors->of(candidate.study);
}

StudyVector own_vector(const Snapshot& snapshot, const Origin& origin) {
    std::array<float, kVectorSize> sum{};
    for (const WeightedTerm& term : origin.terms) {
        const auto numbers = snapshot.model->vector(term.term);
        if (numbers.empty()) continue;
        const float weight = term.impact * snapshot.model->scale(term.term);
        for (std::size_t i = 0; i < kVectorSize; ++i) sum[i] += weight * static_cast<float>(numbers[i]);
    }
    return index::whole_numbers(sum);
}

bool before(const Candidate& a, const Candidate& b) {
    if (a.named != b.named) return a.named;
    const double difference = a.wording() - b.wording();
    if (difference != 0) return difference > 0;
    return a.part != b.part ? a.part < b.part : a.study < b.study;
}

// Where the studies around a record lie says more of its topic than its own words do: one record is short and has its
// own ways of saying things, sixty together have not.
void set_subjects(const Snapshot& snapshot, const Origin& origin, std::vector<Candidate>& all) {
    const StudyVector own = own_vector(snapshot, origin);
    for (Candidate& candidate : all) candidate.subject = index::cosine(own, vector_of(snapshot, candidate));
    const std::size_t near = std::min(kNeighbours, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(near), all.end(), before);
    std::array<float, kVectorSize> sum{};
    for (std::size_t at = 0; at < near; ++at) {
        const auto numbers = vector_of(snapshot, all[at]);
        for (std::size_t i = 0; i < kVectorSize; ++i) sum[i] += static_cast<float>(numbers[i]);
    }
    const StudyVector middle = index::whole_numbers(sum);
    for (std::size_t i = 0; i < kVectorSize; ++i)
        sum[i] = static_cast<float>(kNeighbourShare) * static_cast<float>(middle[i]) +
                 static_cast<float>(1 - kNeighbourShare) * static_cast<float>(own[i]);
    const StudyVector topic = index::whole_numbers(sum);
    for (Candidate& candidate : all) candidate.subject = index::cosine(topic, vector_of(snapshot, candidate));
}

std::string folded(study::NctId id) {
    std::string text = id.text();
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

// By part: studies whose texts name the origin, and those that it names.
std::vector<std::vector<std::uint32_t>> named(const Snapshot& snapshot, const Origin& origin) {
    std::vector<std::vector<std::uint32_t>> all(snapshot.parts.size());
    for (std::size_t part = 0; part < snapshot.parts.size(); ++part) {
        const index::Segment& segment = *snapshot.parts[part].segment;
        if (origin.id) {
            for (index::Cursor cursor(segment.dictionary.find(folded(*origin.id)));
                 cursor.study() != index::kNoStudy && all[part].size() < kMostTerms; cursor.next())
                all[part].push_back(cursor.study());
        }
        for (const study::NctId id : origin.names) {
            if (const auto study = segment.find(id)) all[part].push_back(*study);
        }
        std::sort(all[part].begin(), all[part].end());
        // Two that name each other, or a number named twice, are found twice.
        all[part].erase(std::unique(all[part].begin(), all[part].end()), all[part].end());
    }
    return all;
}

} // namespace

std::vector<Candidate> candidates(const Snapshot& snapshot, const Origin& origin,
                                  const std::function<bool(std::uint32_t, std::uint32_t)>& keeps) {
    const auto terms = telling_terms(snapshot, origin);
    double itself = 0;
    for (const Telling& term : terms) itself += term.weight * term.weight;
    const auto naming = named(snapshot, origin);
    thread_local std::vector<float> sums;
    Best best(kMostCandidates);
    std::vector<Candidate> all;
    for (std::uint32_t number = 0; number < snapshot.parts.size(); ++number) {
        const auto& part = snapshot.parts[number];
        sums.assign(part.segment->studies(), 0.0F);
        for (const Telling& term : terms)
            walk(term.lists[number], static_cast<float>(term.weight * term.rarity / itself), sums);
        const auto own = origin.id ? part.segment->find(*origin.id) : std::nullopt;
        const auto stays = [&](std::uint32_t study) {
            return study != own && (part.deleted.size() == 0 || !part.deleted.test(study)) && keeps(number, study);
        };
        for (const std::uint32_t study : naming[number]) {
            if (!stays(study)) continue;
            all.push_back({number, study, std::min(1.0, static_cast<double>(sums[study])), 0, true});
            sums[study] = 0;
        }
        for (std::uint32_t study = 0; study < sums.size(); ++study) {
            const auto words = static_cast<double>(sums[study]);
            if (words > 0 && best.takes(words) && stays(study)) best.add({number, study, words, 0, false});
        }
    }
    const auto others = best.take();
    all.insert(all.end(), others.begin(), others.end());
    for (Candidate& candidate : all) candidate.words = std::min(candidate.words, 1.0);
    set_subjects(snapshot, origin, all);
    std::sort(all.begin(), all.end(), before);
    return all;
}

} // namespace trialdex::related
