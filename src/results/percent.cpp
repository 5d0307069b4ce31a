#include "results/percent.h"

#include "results/number_text.h"

#include <cmath>
#include <fmt/format.h>

namespace trialdex::results {

std::string percent_of(std::string_view part, std::string_view whole) {
    const auto above = exact_number(part);
    const auto below = exact_number(whole);
    if (!above || !below || *below <= 0 || *above < 0 || *above > *below) return {};
    const double percent = *above / *below * 100;
    // A few of thousands are not none, and nearly all are not all.
    if (percent > 0 && percent < 0.05) return "<0.1%";
    if (percent < 100 && percent >= 99.95) return ">99.9%";
    // Halves go up, as readers who check with pen and paper have it: 5 of 80 is 6.3, which a double's 6.25 would not
    // be.
    return fmt::format("{:.1f}%", std::floor(*above * 1000 / *below + 0.5) / 10);
}

std::string percent_of(const Measure& measure, const Figure& figure) {
    return measure.has_percentages() ? percent_of(figure.value, figure.denominator.count) : std::string();
}

} // namespace trialdex::results
