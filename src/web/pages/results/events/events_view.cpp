#include "web/pages/results/events/events_view.h"

#include <numeric>

namespace trialdex::web {

std::vector<std::size_t> EventsView::columns() const {
    if (question.compared) return {question.compared->first, question.compared->second};
    std::vector<std::size_t> all(events.groups.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

} // namespace trialdex::web
