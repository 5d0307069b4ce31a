// The sections of the study page in reading order, from schema/page_sections.tsv.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::web {

struct PageSection {
    std::string_view id; // its anchor
    std::string_view heading;
    std::string_view short_heading;             // in the contents list
    std::string_view sentence;                  // what the section tells
    std::span<const std::string_view> paths;    // nodes that it shows; of two sections the longer path wins
    std::span<const std::string_view> expected; // nodes that readers look for: said to be missing when they are
};

std::span<const PageSection> page_sections(); // generated

} // namespace trialdex::web
