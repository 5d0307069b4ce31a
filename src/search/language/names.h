// The names that an expression may use, and which of them somebody probably meant.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::search {

// Equal but for the case of ASCII letters.
bool same_name(std::string_view a, std::string_view b);

// The candidate that `wrong` is a slip of the pen away from: another case, or an edit for every three letters. Empty
// when none is near.
std::string_view nearest(std::string_view wrong, std::span<const std::string_view> candidates);

// The same among all pieces and areas; paths, JSON names and the classic registry's names are known as well.
std::string_view nearest_piece_or_area(std::string_view wrong);

} // namespace trialdex::search
