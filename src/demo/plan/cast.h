// Which kind of study stands at an index, known without making the studies before it.
#pragma once

#include "demo/turn.h"

#include <cstdint>
#include <optional>

namespace trialdex::demo {

enum class Kind : std::uint8_t {
    Trial,
    TrialWithResults,
    Observational,
    ObservationalWithResults,
    ExpandedAccess,
    Withheld,
};

// The kinds repeat every 40 studies: 27 in 40 are interventional studies without or with results (11), 6 observational,
// 2 expanded access, 1 withheld; far more of the rare kinds than in the registry, where 1 record in 500 has them.
inline constexpr std::uint64_t kCastSize = 40;

struct Cast {
    Kind kind;
    std::uint64_t block; // which repetition
    unsigned slot;       // place in it
    Turn turn;           // counts the studies of this kind
};

Cast cast_of(std::uint64_t index, std::uint64_t seed);

// One recruiting trial in every kRareCycle studies has a thousand sites.
bool has_thousand_sites(const Cast& cast);
// The number of trials without results in every kRareCycle studies.
inline constexpr std::uint64_t kTrialsInRareCycle = 100;

// The registry has found that the record of this trial broke the law: how many such trials came before; else nothing.
std::optional<std::uint64_t> violation_of(const Cast& cast);

inline constexpr std::uint64_t kNoIndex = ~std::uint64_t{0};
// Of a trial whose product is also given in expanded access: the index of that record; otherwise kNoIndex.
std::uint64_t expanded_access_of(std::uint64_t index);
// How many trials point to an expanded access record.
inline constexpr int kPointersToExpandedAccess = 2;

} // namespace trialdex::demo
