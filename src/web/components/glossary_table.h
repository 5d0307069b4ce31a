// The terms of schema/glossary.tsv, as tools/generate_glossary.py writes them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace trialdex::web {

struct GlossaryTerm {
    std::string_view term;
    std::string_view explanation;
};

// One way in which a term is written. `as_written`: capitals count ("AST"); otherwise `form` is in small letters and
// meets any.
struct GlossaryForm {
    std::string_view form;
    std::uint16_t term; // index among the terms
    bool as_written;
};

std::span<const GlossaryTerm> glossary_terms();
std::span<const GlossaryForm> glossary_forms(); // longer ones first

} // namespace trialdex::web
