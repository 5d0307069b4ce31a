// The values that two parts of a term share.
#pragma once

#include "index/fields.h"

#include <span>
#include <vector>

namespace trialdex::search {

// Keeps in `kept` what `other` has too; both ascend.
inline void keep_shared(std::vector<index::PlaceCode>& kept, std::span<const index::PlaceCode> other) {
    auto out = kept.begin();
    auto at = other.begin();
    for (const index::PlaceCode code : kept) {
        while (at != other.end() && *at < code) ++at;
        if (at == other.end()) break;
        if (*at == code) *out++ = code;
    }
    kept.erase(out, kept.end());
}

} // namespace trialdex::search
