#include "related/candidates.h"

#include "index/postings/cursor.h"
#include "index/ranking.h"
#include "related/shared_words.h"

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
    bool in_model = false;
};

// By what is known without the dictionary, in which finding a term takes a microsecond and more.
std::vector<const WeightedTerm*> promising_terms(const Origin& origin, const Rarities& rarities) {
    std::vector<std::pair<float, const WeightedTerm*>> all;
    all.reserve(origin.terms.size());
    for (const WeightedTerm& term : origin.terms) {
        const float rarity = rarities.of(index::term_number(term.term));
        all.emplace_back(std::pow(rarity, static_cast<float>(kRarityPower)) * term.impact, &term);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (all.size() > kLookedUp) all.resize(kLookedUp);
    std::vector<const WeightedTerm*> best;
    best.reserve(all.size());
    for (const auto& [weight, term] : all) best.push_back(term);
    return best;
}

std::vector<Telling> telling_terms(const Snapshot& snapshot, const Origin& origin, const Rarities& rarities) {
    const std::uint64_t studies = snapshot.studies();
    std::vector<Telling> all;
    std::uint64_t postings = 0;
    std::size_t fitting = 0;
    for (const WeightedTerm* promising : promising_terms(origin, rarities)) {
        if (fitting == kFitting) break;
        const WeightedTerm& term = *promising;
        Telling telling{0, 0, {}, 0, snapshot.model && snapshot.model->find(term.term)};
        for (const auto& part : snapshot.parts) {
            telling.lists.push_back(part.segment->dictionary.find(term.term));
            telling.holders += telling.lists.back().count;
        }
        if (telling.holders == 0 || telling.holders > kMostPostings) continue;
        if (postings + telling.holders <= kMostPostings) {
            postings += telling.holders;
            ++fitting;
        }
        telling.rarity = std::pow(index::rarity(std::max(studies, telling.holders), telling.holders), kRarityPower);
        telling.weight = telling.rarity * static_cast<double>(term.impact);
        all.push_back(std::move(telling));
    }
    std::sort(all.begin(), all.end(), [](const Telling& a, const Telling& b) { return a.weight > b.weight; });
    postings = 0;
    std::vector<Telling> kept;
    for (Telling& term : all) {
        if (kept.size() == kMostTerms) break;
        if (postings + term.holders > kMostPostings) continue;
        postings += term.holders;
        kept.push_back(std::move(term));
    }
    return kept;
}

std::span<const std::int8_t> vector_of(const Snapshot& snapshot, const Candidate& candidate) {
    return snapshot.parts[candidate.part].vectors->of(candidate.study);
}

StudyVector own_vector(const Snapshot& snapshot, const Origin& origin) {
    std::array<float, kVectorSize> sum{};
    for (const WeightedTerm& term : origin.terms) {
        const auto known = snapshot.model->find(term.term);
        if (!known) continue;
        const float weight = term.impact * known->scale;
        for (std::size_t i = 0; i < kVectorSize; ++i) sum[i] += weight * static_cast<float>(known->numbers[i]);
    }
    return index::whole_numbers(sum);
}

// The best `count` come first, in order: those that name or are named, then by wording; equals by number.
void sort_best(std::vector<Candidate>& all, std::size_t count) {
    struct Place {
        double worth;
        std::uint32_t at;
    };
    std::vector<Place> places;
    places.reserve(all.size());
    for (const Candidate& candidate : all)
        places.push_back({candidate.wording() + (candidate.named ? 2 : 0), static_cast<std::uint32_t>(places.size())});
    const auto before = [&](const Place& a, const Place& b) {
        if (a.worth != b.worth) return a.worth > b.worth;
        return std::pair(all[a.at].part, all[a.at].study) < std::pair(all[b.at].part, all[b.at].study);
    };
    const auto middle = places.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()));
    std::partial_sort(places.begin(), middle, places.end(), before);
    std::vector<Candidate> sorted;
    sorted.reserve(all.size());
    for (const Place& place : places) sorted.push_back(all[place.at]);
    all.swap(sorted);
}

// Where the studies around a record lie says more of its topic than its own words do: one record is short and has its
// own ways of saying things, sixty together have not.
void set_subjects(const Snapshot& snapshot, const Origin& origin, std::vector<Candidate>& all) {
    const StudyVector own = own_vector(snapshot, origin);
    for (Candidate& candidate : all) candidate.subject = index::cosine(own, vector_of(snapshot, candidate));
    const std::size_t near = std::min(kNeighbours, all.size());
    sort_best(all, near);
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

// The first study of each part, counted through all of them.
std::vector<std::uint32_t> first_of_parts(const Snapshot& snapshot) {
    std::vector<std::uint32_t> first;
    std::uint32_t studies = 0;
    for (const auto& part : snapshot.parts) {
        first.push_back(studies);
        studies += part.segment->studies();
    }
    return first;
}

struct Stretch { // of studies of a part
    std::uint32_t part;
    std::uint32_t first;
    std::uint32_t end;
};

struct Stretches {
    std::vector<Stretch> own;
    std::vector<Stretch> aside; // for another thread
};

// Half of every large part goes aside: walking 580,000 studies takes a millisecond.
Stretches stretches_of(const Snapshot& snapshot) {
    constexpr std::uint32_t kLarge = 4 * kChunk;
    Stretches all;
    for (std::uint32_t part = 0; part < snapshot.parts.size(); ++part) {
        const std::uint32_t studies = snapshot.parts[part].segment->studies();
        const std::uint32_t middle = studies < kLarge ? studies : studies / 2 / kChunk * kChunk;
        all.own.push_back({part, 0, middle});
        if (middle < studies) all.aside.push_back({part, middle, studies});
    }
    return all;
}

struct Walk { // what all stretches are walked for
    const Snapshot& snapshot;
    const Origin& origin;
    const Keeps& keeps;
    const std::vector<Telling>& terms;
    double itself;                                 // what the record shares with itself
    std::vector<std::vector<std::uint32_t>> named; // by part
    std::vector<std::uint32_t> first_studies;      // by part
};

struct Gathered {
    std::vector<Sum> named;
    BestSums best{kMostCandidates};
};

void gather(const Walk& walk, const Stretch& stretch, Gathered& gathered) {
    const auto& part = walk.snapshot.parts[stretch.part];
    std::vector<TermWalk> terms;
    terms.reserve(walk.terms.size());
    for (const Telling& term : walk.terms)
        terms.emplace_back(term.lists[stretch.part], static_cast<float>(term.weight * term.rarity / walk.itself),
                           stretch.first);
    const auto own = walk.origin.id ? part.segment->find(*walk.origin.id) : std::nullopt;
    const auto stays = [&](std::uint32_t study) {
        return study != own && (part.deleted.size() == 0 || !part.deleted.test(study)) &&
               (!walk.keeps || walk.keeps(stretch.part, study));
    };
    const std::uint32_t before = walk.first_studies[stretch.part];
    const auto& named = walk.named[stretch.part];
    auto naming = std::lower_bound(named.begin(), named.end(), stretch.first);
    std::array<float, kChunk> sums; // NOLINT(cppcoreguidelines-pro-type-member-init): zeroed for each chunk
    for (std::uint32_t first = stretch.first; first < stretch.end; first += kChunk) {
        const std::uint32_t end = std::min(stretch.end, first + kChunk);
        sums.fill(0);
        for (TermWalk& term : terms) term.add(first, end, sums.data());
        for (; naming != named.end() && *naming < end; ++naming) {
            float& words = sums[*naming - first];
            if (stays(*naming)) gathered.named.push_back({words, before + *naming});
            words = 0;
        }
        each_above(
            sums, end - first, [&] { return gathered.best.least(); },
            [&](std::uint32_t at) {
                if (stays(first + at)) gathered.best.add({sums[at], before + first + at});
            });
    }
}

void gather(const Walk& walk, const std::vector<Stretch>& stretches, Gathered& gathered) {
    for (const Stretch& stretch : stretches) gather(walk, stretch, gathered);
}

} // namespace

void bring_forward_by_words(std::vector<Candidate>& all) {
    if (all.size() <= kFirstBySubject) return;
    const std::size_t end = std::min(all.size(), kFirstBySubject + kFirstByWords);
    for (std::size_t place = kFirstBySubject; place < end; ++place) {
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(place);
        const auto most = std::max_element(from, all.end(), [](const Candidate& a, const Candidate& b) {
            if (a.words != b.words) return a.words < b.words;
            if (a.wording() != b.wording()) return a.wording() < b.wording();
            return std::pair(a.part, a.study) > std::pair(b.part, b.study);
        });
        std::rotate(from, most, most + 1); // the others keep their order
    }
}

std::vector<Candidate> candidates(const Snapshot& snapshot, const Origin& origin, const Rarities& rarities,
                                  const Keeps& keeps, std::size_t ordered, SideTasks& side) {
    const auto terms = telling_terms(snapshot, origin, rarities);
    double itself = 0;
    double known = 0; // of it, to the model
    for (const Telling& term : terms) {
        itself += term.weight * term.weight;
        known += term.in_model ? term.weight * term.weight : 0;
    }
    const Walk walk{snapshot, origin, keeps, terms, itself, named(snapshot, origin), first_of_parts(snapshot)};
    Gathered mine;
    Gathered theirs;
    const Stretches stretches = stretches_of(snapshot);
    if (stretches.aside.empty()) {
        gather(walk, stretches.own, mine);
    } else {
        SideTask task(side, [&] { gather(walk, stretches.aside, theirs); });
        gather(walk, stretches.own, mine);
        task.finish();
    }
    for (const Sum& sum : theirs.best.take()) mine.best.add(sum);
    std::vector<Candidate> all;
    const double trust = itself > 0 ? known / itself : 0;
    const auto add = [&](const Sum& sum, bool is_named) {
        const auto next = std::upper_bound(walk.first_studies.begin(), walk.first_studies.end(), sum.study);
        const auto part = static_cast<std::uint32_t>(next - walk.first_studies.begin() - 1);
        const double words = std::min(static_cast<double>(sum.words), 1.0);
        all.push_back({part, sum.study - walk.first_studies[part], words, 0, trust, is_named});
    };
    for (const Sum& sum : mine.named) add(sum, true);
    for (const Sum& sum : theirs.named) add(sum, true);
    for (const Sum& sum : mine.best.take()) add(sum, false);
    set_subjects(snapshot, origin, all);
    // Who is brought forward does not depend on the order behind the first.
    sort_best(all, ordered <= kFirstBySubject + kFirstByWords ? kFirstBySubject : all.size());
    bring_forward_by_words(all);
    return all;
}

} // namespace trialdex::related
