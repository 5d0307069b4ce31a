#include "related/rarities.h"

#include "index/ranking.h"

#include <algorithm>
#include <cmath>

namespace trialdex::related {

namespace {

constexpr double kLevelsInOctave = 4;

} // namespace

Rarities::Rarities(const index::Snapshot& snapshot) : levels_(kPlaces) {
    // Words start above the keys of other kinds (index/term_keys.h). Counts of segments are not added up: all but the
    // first are small.
    for (const auto& part : snapshot.parts) {
        for (index::Dictionary::Walk walk(part.segment->dictionary, "\x08"); !walk.at_end(); walk.next()) {
            if (walk.list().count < 2) continue;
            auto& level = levels_[index::term_number(walk.term()) % kPlaces];
            const double found = std::log2(static_cast<double>(walk.list().count)) * kLevelsInOctave;
            level = std::max(level, static_cast<std::uint8_t>(found));
        }
    }
    const auto studies = static_cast<double>(std::max<std::uint64_t>(snapshot.studies(), 1));
    for (std::size_t level = 0; level < 256; ++level) {
        const double holders = std::exp2(static_cast<double>(level) / kLevelsInOctave);
        values_[level] = static_cast<float>(std::log(1 + std::max(studies - holders, 0.0) / holders));
    }
}

} // namespace trialdex::related
