// The most frequent events of the page, a point for each group's rate.
#include "web/pages/results/events/events_view.h"

namespace trialdex::web {

void events_plot(Html&, const EventsView&) {}

} // namespace trialdex::web
