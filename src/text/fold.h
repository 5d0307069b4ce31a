// What a character beyond ASCII becomes in a folded word, by ICU: NFKC with full case folding, accents taken off.
#pragma once

#include "text/kind.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace trialdex::text {

struct FoldedCharacter {
    Kind kind;
    std::string folded; // of Greek letters the letter
};

class Folder {
public:
    // Valid until forget().
    const FoldedCharacter& fold(char32_t code);
    // Lets go of what it remembers when that has grown large; called between texts.
    void forget();

private:
    std::unordered_map<char32_t, FoldedCharacter> known_;
};

// "alpha" for "α"; the letter itself when it is not one of the 24.
std::string_view greek_name(std::string_view letter);

} // namespace trialdex::text
