#include "store/version_chain.h"

#include <algorithm>

namespace trialdex::store {

namespace {

// How many links other than the one at `skip` stay before a version with this key.
std::size_t rank(std::span<const Link> chain, const VersionKey& key, std::size_t skip) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        if (i != skip && chain[i].key <= key) ++before;
    }
    return before;
}

} // namespace

Placement place(std::span<const Link> chain, const VersionKey& candidate, const study::Fingerprint& fingerprint) {
    const auto known = std::ranges::find(chain, fingerprint, &Link::fingerprint);
    if (known == chain.end()) {
        const VersionKey last_of_equals{candidate.posted, candidate.holder, UINT64_MAX};
        return {Placement::Kind::Insert, 0, rank(chain, last_of_equals, chain.size())};
    }
    const auto at = static_cast<std::size_t>(known - chain.begin());
    // The posting date is part of the content, so equal fingerprints differ in the holder only.
    if (candidate.holder <= known->key.holder) return {Placement::Kind::Known, at, at};
    const std::size_t to = rank(chain, {known->key.posted, candidate.holder, known->key.sequence}, at);
    return {to == at ? Placement::Kind::Seen : Placement::Kind::Moved, at, to};
}

} // namespace trialdex::store
