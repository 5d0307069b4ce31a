// The usual table of distances between beginnings of both words, three rows of it at a time, and of each row only the
// cells within `limit` of the diagonal: the others are larger than the limit anyhow.
#include "index/completions/edit_distance.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trialdex::index {

unsigned edit_distance(std::u32string_view a, std::u32string_view b, unsigned limit) {
    const unsigned too_far = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return too_far;
    constexpr std::size_t kUsualLength = 64;
    std::array<unsigned, 3 * (kUsualLength + 1)> usual;
    std::vector<unsigned> longer;
    unsigned* cells = usual.data();
    const std::size_t width = b.size() + 1;
    if (width > kUsualLength + 1) {
        longer.resize(3 * width);
        cells = longer.data();
    }
    unsigned* before = cells; // two rows up
    unsigned* above = cells + width;
    unsigned* row = cells + 2 * width;
    for (std::size_t j = 0; j < width; ++j) above[j] = static_cast<unsigned>(std::min<std::size_t>(j, too_far));
    std::fill_n(before, width, too_far);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::fill_n(row, width, too_far);
        if (i <= limit) row[0] = static_cast<unsigned>(i);
        unsigned nearest = row[0];
        const std::size_t first = i > limit ? i - limit : 1;
        for (std::size_t j = first; j <= std::min(b.size(), i + limit); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            unsigned best = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U), too_far});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, before[j - 2] + 1);
            row[j] = best;
            nearest = std::min(nearest, best);
        }
        if (nearest > limit) return too_far;
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[b.size()], too_far);
}

} // namespace trialdex::index
