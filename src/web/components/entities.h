// HTML entities that stand in real records ("&#x2F;", "&amp;", "&Amp;#39;"), turned into the characters they mean.
#pragma once

#include <string>
#include <string_view>

namespace trialdex::web {

// One reference with its '&' and ';'; one that means nothing comes back as it was.
std::string decode_entity(std::string_view reference);

// All references of `text`. What was encoded several times, as titles at times are, is decoded as often.
std::string decode_entities(std::string_view text);

} // namespace trialdex::web
