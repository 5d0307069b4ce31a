// A name as it is looked for: its folded words with a space between.
#pragma once

#include "text/words.h"

#include <string>
#include <string_view>

namespace trialdex::index {

struct FoldedName {
    std::string split;  // "covid 19 vaccine"; empty when the name holds no words
    std::string joined; // "covid19 vaccine"; empty when the name has no hyphenated words
};

FoldedName fold_name(text::Splitter& splitter, std::string_view name);

} // namespace trialdex::index
