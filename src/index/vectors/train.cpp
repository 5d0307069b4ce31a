// The decomposition, by repeated multiplication of random directions with the matrix and its transpose (Halko,
// Martinsson, Tropp 2011): the matrix is walked term by term, as the postings lie.
#include "index/postings/cursor.h"
#include "index/ranking.h"
#include "index/segment/segment.h"
#include "index/term_keys.h"
#include "index/vectors/orthogonal.h"
#include "index/vectors/vector_model.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace trialdex::index {

namespace {

constexpr std::size_t kDirections = kVectorSize + 16; // some more than are kept: the last ones are not exact
constexpr int kRounds = 3;
constexpr std::uint32_t kLeastStudies = 40;

struct Entry {
    std::uint32_t study; // of the sample
    float weight;
};

struct TermRow {
    std::string term;
    float rarity;
    std::size_t begin, end; // in the entries
};

class Matrix { // rows are terms
public:
    explicit Matrix(const Segment& segment) {
        step_ = (segment.studies() + kTrainingStudies - 1) / kTrainingStudies;
        studies_ = (segment.studies() + step_ - 1) / step_;
        collect(segment);
        normalize();
    }

    const std::vector<TermRow>& terms() const { return terms_; }
    std::uint32_t studies() const { return studies_; }

    // left (terms) += matrix × right (studies), and the other way round.
    void to_terms(const std::vector<float>& right, std::vector<float>& left) const {
        walk([&](std::size_t term, const Entry& entry) {
            add(entry.weight, &right[entry.study * kDirections], &left[term * kDirections]);
        });
    }
    void to_studies(const std::vector<float>& left, std::vector<float>& right) const {
        walk([&](std::size_t term, const Entry& entry) {
            add(entry.weight, &left[term * kDirections], &right[entry.study * kDirections]);
        });
    }

private:
    static void add(float weight, const float* from, float* to) {
        for (std::size_t i = 0; i < kDirections; ++i) to[i] += weight * from[i];
    }

    template <class Visit> void walk(Visit&& visit) const {
        for (std::size_t term = 0; term < terms_.size(); ++term) {
            for (std::size_t i = terms_[term].begin; i < terms_[term].end; ++i) visit(term, entries_[i]);
        }
    }

    void collect(const Segment& segment) {
        struct Candidate {
            std::string term;
            ListBytes list;
        };
        std::vector<Candidate> candidates;
        const auto most = static_cast<std::uint32_t>(kMostHolders * segment.studies()) + kLeastHolders;
        for (Dictionary::Walk walk(segment.dictionary, "\x08"); !walk.at_end(); walk.next()) {
            if (walk.list().count >= kLeastHolders && walk.list().count <= most)
                candidates.push_back({walk.term(), walk.list()});
        }
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.list.count > b.list.count; });
        if (candidates.size() > kModelTerms) candidates.resize(kModelTerms);
        for (const Candidate& candidate : candidates) {
            const auto rare = static_cast<float>(rarity(segment.studies(), candidate.list.count));
            const std::size_t begin = entries_.size();
            Cursor cursor(candidate.list);
            for (; cursor.study() != kNoStudy; cursor.next()) {
                if (cursor.study() % step_ != 0) continue;
                if (const float weight = vector_weight(cursor.impact()); weight > 0)
                    entries_.push_back({cursor.study() / step_, weight * rare});
            }
            if (entries_.size() - begin >= kLeastHolders)
                terms_.push_back({candidate.term, rare, begin, entries_.size()});
            else
                entries_.resize(begin);
        }
    }

    // Long records count no more than short ones.
    void normalize() {
        std::vector<float> squares(studies_);
        for (const Entry& entry : entries_) squares[entry.study] += entry.weight * entry.weight;
        for (Entry& entry : entries_) entry.weight /= std::sqrt(squares[entry.study]);
    }

    std::uint32_t step_ = 1;
    std::uint32_t studies_ = 0;
    std::vector<TermRow> terms_;
    std::vector<Entry> entries_;
};

} // namespace

VectorModel train_vectors(const Segment& segment) {
    VectorModel model;
    if (segment.studies() < kLeastStudies) return model;
    const Matrix matrix(segment);
    const std::size_t terms = matrix.terms().size();
    std::vector<float> left(terms * kDirections);
    std::mt19937 random(1); // always the same: an index built twice is the same
    std::normal_distribution<float> normal;
    for (float& number : left) number = normal(random);
    for (int round = 0; round < kRounds; ++round) {
        std::vector<float> right(matrix.studies() * kDirections);
        matrix.to_studies(left, right);
        Orthogonal<kDirections>::make(right);
        std::fill(left.begin(), left.end(), 0.0F);
        matrix.to_terms(right, left);
        Orthogonal<kDirections>::make(left);
    }
    for (std::size_t term = 0; term < terms; ++term) {
        const float* numbers = &left[term * kDirections];
        float largest = 0;
        for (std::size_t i = 0; i < kVectorSize; ++i) largest = std::max(largest, std::fabs(numbers[i]));
        if (!(largest > 0)) continue;
        std::int8_t whole[kVectorSize];
        for (std::size_t i = 0; i < kVectorSize; ++i)
            whole[i] = static_cast<std::int8_t>(std::lround(numbers[i] / largest * 127));
        const TermRow& row = matrix.terms()[term];
        model.add(row.term, row.rarity * largest / 127, whole);
    }
    return model;
}

} // namespace trialdex::index
