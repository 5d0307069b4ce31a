// What the address of an adverse-events page asks for, and the addresses of its variations.
#pragma once

#include "results/event_choice.h"
#include "web/study_request.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::web {

struct EventsQuestion {
    results::EventChoice choice;
    // The two groups that the reader picked to be compared; both or none, and not the same.
    std::optional<std::pair<std::size_t, std::size_t>> compared;
};

// Reads list, q, system, sort, group, first, second. What is not understood counts as not said.
EventsQuestion events_question(const api::Request& request, const results::AdverseEvents& events);

// "?list=serious&sort=term": the page that is shown with these parameters set anew (empty value: left out). The number
// of the page is dropped, because it means something else in another order.
std::string events_href(const api::Request& request,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> changes);

// The parameters that a form with fields of its own (`fields`) must pass on, as hidden inputs.
void hidden_parameters(Html& html, const api::Request& request, std::initializer_list<std::string_view> fields);

} // namespace trialdex::web
