// Names of invented people, from many languages: accents, combining marks, apostrophes and scripts that a page must
// bear.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::demo {

std::span<const std::string_view> given_names();
std::span<const std::string_view> family_names();
std::span<const std::string_view> degrees();   // after a name: "MD, PhD"; some are empty
std::span<const std::string_view> positions(); // "Professor of Neurology"

} // namespace trialdex::demo
