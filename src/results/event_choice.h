// Which adverse events a reader wants to see, and in which order.
#pragma once

#include "results/adverse_events.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::results {

enum class EventOrder : std::uint8_t {
    Rate,   // highest share of affected first: in one group, or in the group where it is highest
    Term,   // by the alphabet
    System, // by organ system, then by rate
    Record  // as the record has them
};

struct EventChoice {
    std::optional<EventList> list; // none: both
    std::string words;             // all of them must stand in the term, the organ system or the notes
    std::string system;            // only this organ system, as written; empty: all
    EventOrder order = EventOrder::Rate;
    std::optional<std::size_t> group; // whose rate; none: the highest of all
};

std::vector<const EventRow*> chosen_events(const AdverseEvents& events, const EventChoice& choice);

// The organ systems of the record, by the alphabet, with how many terms each has.
struct OrganSystem {
    std::string_view name;
    std::size_t serious = 0, other = 0;
};
std::vector<OrganSystem> organ_systems(const AdverseEvents& events);

} // namespace trialdex::results
