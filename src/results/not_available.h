// What NA means where a figure or one of its limits is NA. Mostly nobody says; a comment may; and the median time to an
// event is NA when too few participants had the event for a median ("not reached"), which is a result and not a gap.
#pragma once

#include "results/measure.h"

#include <cstdint>

namespace trialdex::results {

enum class NotAvailable : std::uint8_t {
    NotStated,       // the record writes NA and says no more
    NotReached,      // a comment or the measure's own text says that it was not reached
    NotReachedUsual, // nobody says so, but it is a median time to an event, where NA usually means that
    NotEstimable,    // a comment says that it could not be estimated
    NotShown         // a comment says that too few, or none, were there for a figure
};

// Of a figure whose value or limit is NA.
NotAvailable meaning_of_not_available(const Measure& measure, const Figure& figure);

// Whether the measure is a median of times to an event: its kind, its unit and its title say so together.
bool is_median_time_to_event(const Measure& measure);

} // namespace trialdex::results
