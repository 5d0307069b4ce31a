// How much room a text takes on a line, and where it runs from right to left: for what we cut, place or join ourselves,
// such as the labels of pictures. Everything else the browser sees to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trialdex::web {

// The character of UTF-8 that begins at `at`, which is moved behind it.
char32_t next_character(std::string_view text, std::size_t& at);

// In letters of the Latin script: a Chinese, Japanese or Korean one takes the room of two, a mark above or below a
// letter none.
std::size_t width_of(char32_t character);
std::size_t text_width(std::string_view text);

// Whether letters of Arabic, Hebrew or another script of their direction are in it.
bool has_right_to_left(std::string_view text);

// The same, wrapped into Unicode's isolates where it has such letters: in "8 of them" or "town, state, code" they would
// pull the numbers and commas beside them along. For attributes and drawings; elements are isolated by the style sheet.
std::string isolated(std::string text);

} // namespace trialdex::web
