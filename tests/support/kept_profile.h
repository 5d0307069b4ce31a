// What an index keeps of a profile.
#pragma once

#include "index/profiles/profile.h"

namespace trialdex::support {

inline index::Profile kept(index::Profile profile) {
    profile.ancestors.clear();
    for (index::Mark& word : profile.words) word = index::Mark(word.number);
    for (index::Mark& id : profile.other_ids) id = index::Mark(id.number);
    return profile;
}

} // namespace trialdex::support
