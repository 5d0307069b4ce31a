// A page as a reader goes through it, line by line: what a golden page is compared by, and what a reviewer reads.
#pragma once

#include <string>
#include <string_view>

namespace trialdex::golden {

// The visible text of <main>: a line for each block, "#" before headings by level, "-" before list items, cells of a
// row with " | " between them, titles of pictures in brackets. Addresses are left out.
std::string outline(std::string_view html);

} // namespace trialdex::golden
