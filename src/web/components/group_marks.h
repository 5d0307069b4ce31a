// Groups on results pages: the same colour and shape for a group in every table head and picture of a page.
#pragma once

#include "results/groups.h"
#include "web/html.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace trialdex::web {

inline constexpr std::size_t kSeriesColours = 8; // classes series-1 … series-8; later groups begin again, hollow

// "series-3" or "series-3 hollow": colour and filling of the group in this place.
std::string series_class(std::size_t position);

// The shape of the group, drawn around its own origin, about 10 pixels wide; stands inside an <svg>.
void series_shape(Html& html, std::size_t position);

// A small <svg> with the shape, for a place beside the group's name in text; hidden from screen readers.
void group_marker(Html& html, std::size_t position);

// A group's name in words, whole; its id when it has no title.
void group_title(Html& html, const results::Group& group);

// <th scope="col"> with marker and name for every group.
void group_head_cells(Html& html, const results::Groups& groups);

// Names and descriptions of all groups as a list; folded when it is long.
void group_list(Html& html, const results::Groups& groups);

} // namespace trialdex::web
