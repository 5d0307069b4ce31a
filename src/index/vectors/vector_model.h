// What is a study about, in 96 numbers? Terms that stand in the same studies get vectors that point the same way
// (latent semantic analysis: a truncated singular value decomposition of the matrix of terms and studies, weights as in
// ranking.h), and a study's vector is the sum of its terms' vectors. So trials of one illness are near each other
// though their titles share no word. The model is learnt when the index is built anew and kept by updates: vectors of
// different segments are then comparable.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

struct Segment;

inline constexpr std::size_t kVectorSize = 96;
inline constexpr std::size_t kModelTerms = 40'000;        // the commonest; 96 bytes each
inline constexpr std::uint32_t kTrainingStudies = 60'000; // of a larger segment, evenly spread ones
inline constexpr std::uint32_t kLeastHolders = 3;         // a term of fewer studies tells nothing about others
inline constexpr double kMostHolders = 0.2;               // a term of more of the studies tells nothing at all

class VectorModel {
public:
    VectorModel() = default;

    struct Known {
        // What the term adds to a study's vector for each unit of its impact: rarity included, as it was in training.
        float scale;
        std::span<const std::int8_t> numbers; // kVectorSize whole ones, to be taken times the scale
    };
    std::optional<Known> find(std::string_view term) const; // nullopt when the model does not know the term

    struct Row {
        std::string term;
        float scale;
        const std::int8_t* numbers; // kVectorSize of them
    };
    std::size_t terms() const { return terms_.size(); }
    Row row(std::size_t at) const { return {terms_[at], scales_[at], numbers_.data() + at * kVectorSize}; }

    void add(std::string term, float scale, std::span<const std::int8_t> numbers);
    std::string bytes() const;
    // Corrupt when they are not what bytes() makes.
    static Result<VectorModel> read(std::string_view bytes);

private:
    void settle(std::uint32_t at); // gives a term its place

    std::vector<std::string> terms_;
    std::vector<float> scales_;
    std::vector<std::int8_t> numbers_;
    // Where a term with this hash may stand, by the hash's low bits; whose place is taken comes next. A record asks for
    // two hundred terms: they are looked up in one flat table.
    struct Place {
        std::uint32_t hash = 0;
        std::uint32_t at = kNowhere;
    };
    static constexpr std::uint32_t kNowhere = 0xffffffff;
    std::vector<Place> places_; // a power of two of them, at least twice as many as terms
};

// Learns a model from a segment. A segment of fewer than some dozen studies gives a model without terms.
VectorModel train_vectors(const Segment& segment);

// The share of an impact byte's weight that counts for vectors: words of titles and conditions (the second fast area)
// fully, others in the first by less, places and people's names elsewhere not at all.
float vector_weight(std::uint8_t impact_byte);

} // namespace trialdex::index
