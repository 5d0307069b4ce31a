#include "demo/plan/course.h"

#include <array>
#include <span>

namespace trialdex::demo {

namespace {

constexpr Course kTrials[] = {
    {"COMPLETED", ""},
    {"COMPLETED", ""},
    {"COMPLETED", ""},
    {"COMPLETED", "", Results::Submitted},
    {"COMPLETED", "", Results::Submitted},
    {"COMPLETED", "", Results::Certificate},
    {"COMPLETED", "", Results::Waived},
    {"RECRUITING", ""},
    {"RECRUITING", ""},
    {"RECRUITING", ""},
    {"RECRUITING", ""},
    {"RECRUITING", ""},
    {"NOT_YET_RECRUITING", ""},
    {"NOT_YET_RECRUITING", ""},
    {"ACTIVE_NOT_RECRUITING", ""},
    {"ACTIVE_NOT_RECRUITING", ""},
    {"ENROLLING_BY_INVITATION", ""},
    {"SUSPENDED", ""},
    {"TERMINATED", ""},
    {"WITHDRAWN", ""},
    {"UNKNOWN", "RECRUITING"},
    {"UNKNOWN", "NOT_YET_RECRUITING"},
    {"UNKNOWN", "ACTIVE_NOT_RECRUITING"},
    {"UNKNOWN", "ENROLLING_BY_INVITATION"},
    {"UNKNOWN", "SUSPENDED"},
};

constexpr Course kTrialsWithResults[] = {
    {"COMPLETED", "", Results::Posted},
    {"COMPLETED", "", Results::Posted},
    {"COMPLETED", "", Results::Posted},
    {"COMPLETED", "", Results::Posted},
    {"COMPLETED", "", Results::Posted},
    {"TERMINATED", "", Results::Posted},
    {"ACTIVE_NOT_RECRUITING", "", Results::Posted},
};

constexpr Course kObservational[] = {
    {"COMPLETED", ""},  {"COMPLETED", ""},
    {"COMPLETED", ""},  {"RECRUITING", ""},
    {"RECRUITING", ""}, {"RECRUITING", ""},
    {"RECRUITING", ""}, {"NOT_YET_RECRUITING", ""},
    {"TERMINATED", ""}, {"ACTIVE_NOT_RECRUITING", ""},
    {"WITHDRAWN", ""},  {"ENROLLING_BY_INVITATION", ""},
    {"SUSPENDED", ""},  {"UNKNOWN", "RECRUITING"},
};

constexpr Course kExpandedAccess[] = {
    {"AVAILABLE", ""},
    {"AVAILABLE", ""},
    {"NO_LONGER_AVAILABLE", ""},
    {"TEMPORARILY_NOT_AVAILABLE", ""},
    {"APPROVED_FOR_MARKETING", ""},
    {"UNKNOWN", "AVAILABLE"},
    {"UNKNOWN", "TEMPORARILY_NOT_AVAILABLE"},
};

bool one_of(std::string_view status, std::initializer_list<std::string_view> codes) {
    for (const std::string_view code : codes) {
        if (status == code) return true;
    }
    return false;
}

} // namespace

bool Course::is_over() const { return one_of(status, {"COMPLETED", "TERMINATED", "WITHDRAWN"}); }

bool Course::is_open() const {
    return one_of(effective(),
                  {"RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION", "SUSPENDED", "AVAILABLE"});
}

Course course_of(const Cast& cast) {
    if (has_thousand_sites(cast)) return {"RECRUITING", ""}; // so that each site has its status and contacts
    if (violation_of(cast)) return {"COMPLETED", "", Results::Posted};
    const auto deal = [&](const auto& courses) { return cast.turn.deal_from(std::span(courses), "course"); };
    switch (cast.kind) {
    case Kind::Trial: return deal(kTrials);
    case Kind::TrialWithResults: return deal(kTrialsWithResults);
    case Kind::Observational: return deal(kObservational);
    case Kind::ObservationalWithResults: return {"COMPLETED", "", Results::Posted};
    case Kind::ExpandedAccess: return deal(kExpandedAccess);
    case Kind::Withheld: break;
    }
    return {"WITHHELD", ""};
}

} // namespace trialdex::demo
