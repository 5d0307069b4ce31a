#include "search/language/names.h"

#include "search/language/parse.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trialdex::search {

namespace {

constexpr std::size_t kMaxNameBytes = 64; // the longest piece has 42

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Insertions, deletions, changes and swaps of neighbours that lead from `a` to `b`, case aside; above `limit` any
// number above it. Three rows of the table are enough for swaps. Asked 500 times for an error, so nothing is allocated.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
    using Row = std::array<std::size_t, kMaxNameBytes + 1>;
    if (a.size() > b.size() + limit || b.size() > a.size() + limit || b.size() > kMaxNameBytes) return limit + 1;
    std::array<Row, 3> rows;
    Row* before = &rows[0];
    Row* above = &rows[1];
    Row* row = &rows[2];
    for (std::size_t j = 0; j <= b.size(); ++j) (*above)[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        (*row)[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            std::size_t cost = std::min({(*above)[j] + 1, (*row)[j - 1] + 1, (*above)[j - 1] + (same ? 0U : 1U)});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) cost = std::min(cost, (*before)[j - 2] + 1);
            (*row)[j] = cost;
            least = std::min(least, cost);
        }
        // A swap reaches over one row, at a cost of one: nothing below can come back under the limit.
        if (least > limit + 1) return limit + 1;
        std::swap(before, above);
        std::swap(above, row);
    }
    return (*above)[b.size()];
}

std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names;
    for (const schema::Node& node : schema::nodes()) names.push_back(node.piece);
    for (const schema::SearchArea& area : schema::search_areas()) names.push_back(area.name);
    return names;
}

// A node that is known by that name elsewhere: its path, its classic name, its label.
const schema::Node* known_otherwise(std::string_view name) {
    for (const schema::Node& node : schema::nodes()) {
        const bool is_alternative =
            std::ranges::any_of(node.alternatives, [&](std::string_view other) { return same_name(other, name); });
        if (is_alternative || same_name(node.path, name) || same_name(node.label, name)) return &node;
    }
    for (const schema::Node& node : schema::nodes()) {
        if (same_name(node.name, name)) return &node;
    }
    return nullptr;
}

} // namespace

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view nearest(std::string_view wrong, std::span<const std::string_view> candidates) {
    if (wrong.size() > kMaxNameBytes) return {};
    std::string_view best;
    std::size_t limit = wrong.size() / 3 + 1; // what the next one must stay below
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edits(wrong, candidate, limit);
        if (distance >= limit) continue;
        limit = distance;
        best = candidate;
    }
    return best;
}

std::string_view nearest_piece_or_area(std::string_view wrong) {
    static const std::vector<std::string_view> names = all_names();
    for (const std::string_view name : names) {
        if (same_name(name, wrong)) return name;
    }
    if (const schema::Node* node = known_otherwise(wrong)) return node->piece;
    return nearest(wrong, names);
}

const schema::SearchArea* find_area(std::string_view name) {
    const auto areas = schema::search_areas();
    const auto at = std::ranges::find(areas, name, &schema::SearchArea::name);
    return at == areas.end() ? nullptr : &*at;
}

} // namespace trialdex::search
