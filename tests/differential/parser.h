// The door to the engine's parser.
#pragma once

#include <string>

namespace trialdex::differential {

// Why the engine's parser refuses the text as an advanced filter; empty when it takes it.
std::string refusal(const std::string& text);

} // namespace trialdex::differential
