// The box that understands plain words and the whole language, and the fold-out form with the fields that people know.
#pragma once

#include "web/html.h"
#include "web/pages/search/search_address.h"

#include <span>
#include <string_view>

namespace trialdex::web {

// With everything that the address asks filled in; choices and order travel along unseen.
void search_form(Html& html, const SearchAddress& address);

// The one box alone, for other pages.
void search_box(Html& html);

// What travels along unseen: every parameter of the address but those in `but`.
void hidden_parameters(Html& html, const SearchAddress& address, std::span<const std::string_view> but);

} // namespace trialdex::web
