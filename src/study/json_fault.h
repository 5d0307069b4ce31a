// Where does a JSON text break? A slow and plain reading of texts that people typed or pasted, for the sentence that
// tells them the place; parsing itself is in json.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trialdex::study {

// The byte at which `text` stops being JSON (its size when it breaks off); nullopt when its form is right.
std::optional<std::size_t> json_fault(std::string_view text);

// "line 12, character 8": characters are counted, not bytes.
std::string place_in_text(std::string_view text, std::size_t offset);

} // namespace trialdex::study
