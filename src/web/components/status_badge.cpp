#include "web/components/status_badge.h"

#include "schema/schema.h"
#include "web/components/value.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

// The three moods of a study's status; any other status is over or at rest.
constexpr std::array<std::string_view, 5> kOpen = {"RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION",
                                                   "AVAILABLE", "APPROVED_FOR_MARKETING"};
constexpr std::array<std::string_view, 5> kStopped = {"TERMINATED", "WITHDRAWN", "SUSPENDED",
                                                      "TEMPORARILY_NOT_AVAILABLE", "NO_LONGER_AVAILABLE"};
constexpr std::array<std::string_view, 2> kUnclear = {"UNKNOWN", "WITHHELD"};

std::string_view badge_class(std::string_view status) {
    const auto is_in = [&](const auto& group) { return std::find(group.begin(), group.end(), status) != group.end(); };
    if (is_in(kOpen)) return "badge badge-open";
    if (is_in(kStopped)) return "badge badge-stopped";
    if (is_in(kUnclear) || status.empty()) return "badge badge-unclear";
    return "badge badge-running";
}

} // namespace

void status_badge(Html& html, std::string_view status) {
    static const schema::EnumType* const kStatus = schema::find_enum("Status");
    const std::string_view words = status.empty() ? "Status not in this record"
                                   : kStatus      ? code_label(*kStatus, status)
                                                  : status;
    html.element("span", words, {{"class", badge_class(status)}});
}

} // namespace trialdex::web
