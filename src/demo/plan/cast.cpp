#include "demo/plan/cast.h"

#include <algorithm>
#include <string_view>

namespace trialdex::demo {

namespace {

// T trial, R trial with results, O observational, r observational with results, E expanded access, W withheld.
constexpr std::string_view kCast = "RTORTTRTTORTETRTrTRTTROTRTTRTOTTETRWTROT";
static_assert(kCast.size() == kCastSize);

Kind kind_of(char letter) {
    switch (letter) {
    case 'R': return Kind::TrialWithResults;
    case 'O': return Kind::Observational;
    case 'r': return Kind::ObservationalWithResults;
    case 'E': return Kind::ExpandedAccess;
    case 'W': return Kind::Withheld;
    default: return Kind::Trial;
    }
}

std::uint64_t count(std::string_view cast, char letter) {
    return static_cast<std::uint64_t>(std::count(cast.begin(), cast.end(), letter));
}

} // namespace

Cast cast_of(std::uint64_t index, std::uint64_t seed) {
    const std::uint64_t block = index / kCastSize;
    const auto slot = static_cast<unsigned>(index % kCastSize);
    const char letter = kCast[slot];
    const std::uint64_t number = block * count(kCast, letter) + count(kCast.substr(0, slot), letter);
    return {kind_of(letter), block, slot, Turn(mixed(seed, static_cast<unsigned char>(letter)), number)};
}

bool has_thousand_sites(const Cast& cast) {
    return cast.kind == Kind::Trial && cast.turn.once_in(kTrialsInRareCycle, "thousand sites");
}

std::optional<std::uint64_t> violation_of(const Cast& cast) {
    return cast.kind == Kind::TrialWithResults ? cast.turn.once_in(22, "violation") : std::nullopt;
}

std::uint64_t expanded_access_of(std::uint64_t index) {
    const std::size_t slot = index % kCastSize;
    if (slot > 0 && kCast[slot - 1] == 'E') return index - 1;
    if (slot + 1 < kCastSize && kCast[slot + 1] == 'E') return index + 1;
    return kNoIndex;
}

} // namespace trialdex::demo
