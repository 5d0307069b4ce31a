#include "results/not_available.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace trialdex::results {

namespace {

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return out;
}

bool has_any(const std::string& text, std::span<const std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return text.find(phrase) != std::string::npos; });
}

// Phrases of real comments, in lower case.
constexpr std::array<std::string_view, 9> kNotReached = {
    "not reached",   "not been reached", "not yet reached", "not yet been reached",
    "never reached", "was not achieved", "not be reached",  "nr=",
    "not attained"};
constexpr std::array<std::string_view, 14> kNotEstimable = {
    "not estimable",      "not evaluable",     "not calculable", "not be estimated", "not be calculated",
    "not been estimated", "not be determined", "not calculated", "not estimated",    "not be computed",
    "inestimable",        "nonestimable",      "non-estimable",  "not computed"};
constexpr std::array<std::string_view, 10> kTooFew = {
    "no participant", "no subject",           "no patient",         "no events",       "insufficient number",
    "too few",        "only one participant", "only 1 participant", "one participant", "1 participant"};
constexpr std::array<std::string_view, 6> kTimeUnits = {"month", "week", "day", "year", "hour", "minute"};
constexpr std::array<std::string_view, 9> kEventWords = {
    "survival", "time to", "time until", "time from", "duration of", "progression", "(os)", "(pfs)", "relapse-free"};

} // namespace

bool is_median_time_to_event(const Measure& measure) {
    return measure.parameter == "MEDIAN" && has_any(lowered(measure.unit), kTimeUnits) &&
           has_any(lowered(measure.title), kEventWords);
}

NotAvailable meaning_of_not_available(const Measure& measure, const Figure& figure) {
    const std::string comment = lowered(figure.comment);
    if (has_any(comment, kNotReached)) return NotAvailable::NotReached;
    if (has_any(comment, kNotEstimable)) return NotAvailable::NotEstimable;
    if (has_any(comment, kTooFew)) return NotAvailable::NotShown;
    if (!comment.empty()) return NotAvailable::NotStated; // the sponsor's own words stand beneath the figure
    if (has_any(lowered(measure.population), kNotReached) || has_any(lowered(measure.description), kNotReached)) {
        return NotAvailable::NotReached;
    }
    return is_median_time_to_event(measure) ? NotAvailable::NotReachedUsual : NotAvailable::NotStated;
}

} // namespace trialdex::results
