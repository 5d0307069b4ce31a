// All that is decided about an invented study before a word of it is written: what its modules must agree on.
#pragma once

#include "demo/plan/arms.h"
#include "demo/plan/course.h"
#include "demo/plan/program.h"
#include "demo/plan/timeline.h"
#include "demo/words/measures.h"
#include "demo/words/places.h"

#include <string>
#include <vector>

namespace trialdex::demo {

struct PlannedOutcome {
    std::string_view type; // code of OutcomeMeasureType
    const Measure* measure = nullptr;
    std::string title, description, time_frame;
};

struct Site {
    const City* city = nullptr;
    std::string facility;
};

// A group as results name it, and how many people were in it.
struct ReportedGroup {
    std::string title;
    std::string description;
    int participants = 0;
};

struct Plan {
    Plan(std::uint64_t plan_index, std::uint64_t plan_seed, const Cast& plan_cast)
        : index(plan_index), seed(plan_seed), cast(plan_cast) {}

    std::uint64_t index;
    std::uint64_t seed;
    Cast cast;
    Program program;
    Course course;
    Timeline dates;
    Arms arms;
    std::vector<PlannedOutcome> outcomes;
    std::vector<Site> sites;
    std::vector<ReportedGroup> reported; // with results only
    std::int64_t enrollment = 0;
    int weeks = 12; // from first to last visit
    bool long_texts = false;

    std::string nct_id() const;
    const Turn& turn() const { return cast.turn; }
    // A stream of its own for each part of the record: what one part draws does not move the others.
    Random random(std::string_view part) const { return Random(mixed(seed ^ hash_of(part), index)); }
    std::string fill(std::string_view text) const; // the placeholders of words/measures.h

    bool is_trial() const { return cast.kind == Kind::Trial || cast.kind == Kind::TrialWithResults; }
    bool is_observational() const {
        return cast.kind == Kind::Observational || cast.kind == Kind::ObservationalWithResults;
    }
    bool is_expanded_access() const { return cast.kind == Kind::ExpandedAccess; }
    bool is_withheld() const { return cast.kind == Kind::Withheld; }
    bool has_results() const { return dates.results.has_value(); }
    bool is_old() const { return dates.is_old(); }
};

Plan plan_of(std::uint64_t index, std::uint64_t seed);

std::string nct_id_of(std::uint64_t index);

} // namespace trialdex::demo
