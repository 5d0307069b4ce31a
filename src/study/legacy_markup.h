// `markupFormat=legacy`: formatted texts as the classic registry gave them, plain, with CRLF line ends.
#pragma once

#include "study/json.h"

#include <string>
#include <string_view>

namespace trialdex::study {

// "a \> b" and a line feed to "a > b" and CRLF: the escapes of CommonMark go, every other mark is what the sponsor
// typed.
std::string legacy_text(std::string_view markup);

// The JSON text of the record under `root` with all formatted texts in legacy form; the rest as it stands.
std::string with_legacy_markup(Value root);

} // namespace trialdex::study
