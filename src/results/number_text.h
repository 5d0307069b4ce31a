// The figures of results are texts: "12.3", ".5", "12.", "1,234", "<0.001", "&lt; 0.001", "NA". The text is what is
// shown; the number, where there is one, is for charts and comparisons.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace trialdex::results {

// What the text says of its number: "<0.001" names a bound, not a value.
enum class Bound : std::uint8_t { Exact, Below, AtMost, Above, AtLeast, About };

struct NumberText {
    std::optional<double> number; // none: "NA", "not reached", "0,3139" (a decimal comma, or a slip?), "1-2"
    Bound bound = Bound::Exact;
    bool is_percent = false; // "12%"

    bool is_exact() const { return number && bound == Bound::Exact; }
};

// Forgiving in what surrounds a number (spaces, "=", "p", "%", entities of the comparison signs), strict in the number
// itself: commas only between groups of three digits, nothing left over.
NumberText read_number(std::string_view written);

// The number of a text that states one exactly; nothing for bounds and words.
std::optional<double> exact_number(std::string_view written);

// "NA", "N/A", "na": the record has no figure here and says so.
bool is_not_available(std::string_view written);

} // namespace trialdex::results
