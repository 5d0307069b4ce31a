#include "index/ranking.h"

#include "index/ranking_table.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace trialdex::index {

namespace {

constexpr double kLevelStep = 1.07;
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

// Level 63 is impact 1; each level below is 7 % less, so that level 2 is 0.016.
std::array<double, kLevels + 1> level_impacts() {
    std::array<double, kLevels + 1> impacts{};
    for (int level = 2; level <= kLevels; ++level)
        impacts[static_cast<std::size_t>(level)] = std::pow(kLevelStep, level - kLevels);
    return impacts;
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

std::uint8_t level_of(double impact) {
    // 4,096 steps are finer than a level everywhere above level 2; the logarithm for each of 300 million postings
    // took a tenth of the build.
    constexpr std::size_t kSteps = 4096;
    static const auto levels = [] {
        std::array<std::uint8_t, kSteps + 1> table{};
        for (std::size_t step = 0; step <= kSteps; ++step) {
            const double middle = (static_cast<double>(step) + 0.5) / kSteps;
            const int level = kLevels + static_cast<int>(std::lround(std::log(middle) / std::log(kLevelStep)));
            table[step] = static_cast<std::uint8_t>(std::clamp(level, 2, kLevels));
        }
        return table;
    }();
    if (!(impact > 0)) return 1;
    return levels[static_cast<std::size_t>(std::min(impact, 1.0) * kSteps)];
}

double impact_at(std::uint8_t level) {
    static const auto impacts = level_impacts();
    return impacts[level & 0x3f];
}

double rarity(std::uint64_t studies, std::uint64_t holders) {
    const auto n = static_cast<double>(studies);
    const auto k = static_cast<double>(std::min(holders, studies));
    return std::log(1 + (n - k + 0.5) / (k + 0.5));
}

} // namespace trialdex::index
