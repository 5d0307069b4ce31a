// The characters of a text with its markup undone: backslash escapes, entities, UTF-8.
#pragma once

#include "text/fold.h"
#include "text/words.h"

namespace trialdex::text {

struct Character {
    Kind kind;
    std::uint32_t width;     // bytes in the text; 0 at its end
    std::string_view folded; // of letters and digits; valid as long as the folder remembers
};

class CharacterReader {
public:
    CharacterReader(std::string_view text, Markup markup, Folder& folder)
        : text_(text), markup_(markup), folder_(folder) {}

    // `at` may lie at or beyond the end: a separator of width 0 stands there.
    Character at(std::size_t at) const;

private:
    Character of_code(char32_t code, std::size_t width) const;
    Character entity(std::size_t at) const;
    Character beyond_ascii(std::size_t at) const;

    std::string_view text_;
    Markup markup_;
    Folder& folder_;
};

} // namespace trialdex::text
