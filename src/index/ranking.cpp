#include "index/ranking.h"

#include "index/ranking_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace trialdex::index {

namespace {

constexpr double kLevelStep = 1.12;
constexpr double kSmallestCount = 0.02; // of level 2; level 63 stands for 20 and more
constexpr int kSmallestLevel = 2;
constexpr int kLevels = 63;

struct RankTable {
    std::vector<RankedField> fields;
    std::array<std::int16_t, kMaxFields> ranks;

    RankTable() {
        ranks.fill(-1);
        for (const RankingRow& row : ranking_rows()) {
            const schema::Node* node = schema::find_piece(row.piece);
            const auto field = node ? field_of(*node) : std::nullopt;
            if (!field) continue;
            ranks[*field] = static_cast<std::int16_t>(fields.size());
            fields.push_back({*field, row.weight, row.length_part, row.average_length});
        }
    }
};

const RankTable& table() {
    static const RankTable ranks;
    return ranks;
}

double count_at(int level) { return kSmallestCount * std::pow(kLevelStep, level - kSmallestLevel); }

std::array<double, kLevels + 1> level_impacts() {
    std::array<double, kLevels + 1> impacts{};
    for (int level = kSmallestLevel; level <= kLevels; ++level)
        impacts[static_cast<std::size_t>(level)] = impact(count_at(level));
    return impacts;
}

// The level of a count by the exponent and first four fraction bits of its float: steps of 3 to 6 %. The logarithm for
// each of 300 million postings took a tenth of the build.
constexpr unsigned kDroppedBits = 19;

std::array<std::uint8_t, (std::size_t{1} << (31 - kDroppedBits))> float_levels() {
    std::array<std::uint8_t, (std::size_t{1} << (31 - kDroppedBits))> levels{};
    for (std::uint32_t step = 0; step < levels.size(); ++step) {
        const float low = std::bit_cast<float>(step << kDroppedBits);
        const float high = std::bit_cast<float>((step << kDroppedBits) | ((1U << kDroppedBits) - 1));
        const double middle = (static_cast<double>(low) + static_cast<double>(high)) / 2;
        const double level = kSmallestLevel + std::log(std::max(middle, 1e-30) / kSmallestCount) / std::log(kLevelStep);
        const bool large = !std::isfinite(middle) || level > kLevels;
        levels[step] = large ? std::uint8_t{kLevels}
                             : static_cast<std::uint8_t>(std::lround(std::max<double>(level, kSmallestLevel)));
    }
    return levels;
}

} // namespace

std::span<const RankedField> ranked_fields() { return table().fields; }

std::optional<std::size_t> rank_of(FieldNumber field) {
    const auto rank = field < kMaxFields ? table().ranks[field] : std::int16_t{-1};
    if (rank < 0) return std::nullopt;
    return static_cast<std::size_t>(rank);
}

float occurrence_count(const RankedField& field, std::uint32_t length) {
    const float relative = static_cast<float>(length) / field.average_length;
    return field.weight / (1 - field.length_part + field.length_part * relative);
}

float study_divisor(std::span<const std::uint32_t> lengths) {
    float all = 0;
    for (std::size_t rank = 0; rank < std::min(lengths.size(), ranked_fields().size()); ++rank) {
        const RankedField& field = ranked_fields()[rank];
        all += field.weight * std::min(static_cast<float>(lengths[rank]), kMostFieldLengths * field.average_length);
    }
    return 1 - kStudyLengthPart + kStudyLengthPart * all / kAverageStudy;
}

std::uint8_t level_of(float count) {
    static const auto levels = float_levels();
    if (!(count > 0)) return 1;
    return levels[std::bit_cast<std::uint32_t>(count) >> kDroppedBits];
}

double impact_at(std::uint8_t level) {
    static const auto impacts = level_impacts();
    return impacts[level & 0x3f];
}

double count_of(std::uint8_t level) {
    const double share = impact_at(level);
    return kSaturation * share / (1 - share);
}

double rarity(std::uint64_t studies, std::uint64_t holders) {
    const auto n = static_cast<double>(studies);
    const auto k = static_cast<double>(std::min(holders, studies));
    return std::log(1 + (n - k + 0.5) / (k + 0.5));
}

} // namespace trialdex::index
