// How a section of completions begins. See docs/formats/index.md.
#pragma once

#include <cstdint>

namespace trialdex::index {

struct CompletionsHeader {
    std::uint32_t names;
    std::uint32_t whole; // entries for whole names
    std::uint32_t inner; // entries for words after the first
    std::uint32_t words;
};

} // namespace trialdex::index
