// Terms of medicine and of trials in running text, explained where they stand: a term is a button that opens its
// sentence, without a script, by the popover of HTML. A page explains each term once, where it comes first.
#pragma once

#include "web/html.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace trialdex::web {

struct TermFound {
    std::size_t begin = 0; // bytes of the text
    std::size_t end = 0;
    std::uint16_t term = 0;
};

// The terms of the glossary in `plain`, in order, on word boundaries, the longest where several fit.
std::vector<TermFound> find_terms(std::string_view plain);

// Writes texts of one page and remembers which terms have been explained.
class ExplainedText {
public:
    ExplainedText();

    // `plain` without escapes and entities: numbers with units as <span class="quantity">, terms that come for the
    // first time as buttons, addresses as links. The words are those of `plain`, in order.
    void write(Html& html, std::string_view plain);

    // The sentences that the buttons open; nothing when no term was found. Stands once, behind the texts.
    void explanations(Html& html) const;

private:
    void piece(Html& html, std::string_view plain, const std::vector<TermFound>& terms, std::size_t begin,
               std::size_t end);

    std::vector<bool> is_explained_; // by term
    std::vector<std::uint16_t> order_;
};

} // namespace trialdex::web
