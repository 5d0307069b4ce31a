// Paragraphs that show what free text of real records does to a reader of CommonMark: escapes, lists, entities, HTML
// that must stay inert, scripts from right to left, marks that combine. Dealt out among the studies.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::demo {

struct Passage {
    std::string_view name;
    std::string_view text;
};

std::span<const Passage> passages();

} // namespace trialdex::demo
