// Which side each line of a criteria text stands on, in the letters of hand-made marks: I, E, U, and H for a line that
// only names a side.
#pragma once

#include "study/criteria/criteria.h"

#include <string>
#include <string_view>

namespace trialdex::support {

// One letter for each line of `text` that is not empty.
inline std::string line_sides(std::string_view text) {
    const auto blocks = study::read_criteria(text);
    std::string sides;
    std::size_t next = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        char side = 0;
        for (; next < blocks.size() && blocks[next].begin < end; ++next) {
            const bool is_heading = blocks[next].kind == study::CriteriaKind::SideHeading;
            if (side != 0 && side != 'H') continue; // the words before a heading inside the line decide
            side = is_heading ? 'H' : "UIE"[static_cast<int>(blocks[next].side)];
        }
        if (side != 0) sides += side;
        begin = end + 1;
    }
    return sides;
}

} // namespace trialdex::support
