// From the rows of words/measures.h and the codes of the schema to the form of a table.
#pragma once

#include "demo/codes.h"
#include "demo/results/table.h"

namespace trialdex::demo {

// A measure of the word tables, with the range of the condition's score where it has none of its own.
TableForm form_of(const Plan& plan, const Measure& measure);
std::string unit_of(const Plan& plan, const Measure& measure);

// Every kind of value with every kind of dispersion, and without one: a card for each pair.
struct Pairing {
    std::string_view param;
    std::string_view dispersion;
};
Pairing deal_pairing(const Turn& turn, std::string_view what);

NumberStyle deal_style(const Turn& turn);

// "Least Squares Mean": a code in the registry's words.
std::string_view in_words(std::string_view type, std::string_view code);

} // namespace trialdex::demo
