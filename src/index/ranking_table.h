// The rows of schema/ranking.tsv.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::index {

struct RankingRow {
    std::string_view piece;
    float weight;
    float length_part;
    float average_length;
};

std::span<const RankingRow> ranking_rows();

} // namespace trialdex::index
