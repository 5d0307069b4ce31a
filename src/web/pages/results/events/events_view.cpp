#include "web/pages/results/events/events_view.h"

#include <map>
#include <numeric>

namespace trialdex::web {

std::vector<std::size_t> EventsView::columns() const {
    if (question.compared) return {question.compared->first, question.compared->second};
    std::vector<std::size_t> all(events.groups.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

std::optional<std::string_view> usual_value(const results::AdverseEvents& events,
                                            std::string_view results::EventRow::* member) {
    std::map<std::string_view, std::size_t> counts;
    for (const results::EventRow& row : events.rows) ++counts[row.*member];
    for (const auto& [value, count] : counts) {
        if (!value.empty() && 2 * count > events.rows.size()) return value;
    }
    return std::nullopt;
}

} // namespace trialdex::web
