// What a form sends in the body of a POST (application/x-www-form-urlencoded).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::web {

inline constexpr std::size_t kMostFormFields = 200; // read; a body of 3 MB could name a million

// Names and values decoded, in the order sent, those without a name left out. A '%' that no two hex digits follow stays
// as it is.
std::vector<std::pair<std::string, std::string>> form_fields(std::string_view body);

} // namespace trialdex::web
