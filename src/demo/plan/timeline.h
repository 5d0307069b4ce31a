// The dates of an invented study, in an order in which they could have happened.
#pragma once

#include "demo/calendar.h"
#include "demo/plan/course.h"

#include <optional>
#include <vector>

namespace trialdex::demo {

// A date on which a record reaches the public: handed in, through quality control, posted.
struct Posting {
    Day submitted = 0;
    Day checked = 0;
    Day posted = 0;
};

// One attempt to hand in results, and how the registry answered.
struct Submission {
    Day released = 0;
    std::optional<Day> withdrawn = {}; // by the study team
    bool withdrawn_unknown_day = false;
    std::optional<Day> returned = {}; // by the registry, for correction
    std::optional<int> comments = {}; // how many
};

struct Timeline {
    std::optional<DateFact> start, primary_completion, completion;
    Posting first;
    std::optional<Posting> results;
    std::optional<Posting> certificate;
    std::optional<Day> first_comments; // when the first quality comments on posted results appeared
    std::vector<Submission> submissions;
    Day update_submitted = 0;
    Day update_posted = 0;
    DateFact verified;

    // The registry asked for more as the years went by: records of before 2009 lack many fields.
    bool is_old() const { return start && year_of(start->day) < 2009; }
};

Day data_day(); // kDataDate
Timeline timeline_of(const Cast& cast, const Course& course, Random random);

} // namespace trialdex::demo
