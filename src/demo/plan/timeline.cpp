#include "demo/plan/timeline.h"

#include "demo/demo.h"

#include <algorithm>

namespace trialdex::demo {

namespace {

constexpr int kYear = 365;

class Maker {
public:
    Maker(const Cast& cast, const Course& course, Random random)
        : cast_(cast), course_(course), random_(random), now_(data_day() - 3) {
        // Nobody has looked after the record of a study of unknown status for years.
        if (!course.last_known.empty()) now_ = day_of(random_.between(2009, 2022), 6, 1) + random_.between(0, kYear);
    }

    Timeline make() {
        const bool is_study = cast_.kind != Kind::ExpandedAccess && cast_.kind != Kind::Withheld;
        if (is_study) place_study();
        first_posting(is_study);
        if (is_study) place_results();
        place_update();
        if (is_study) describe_days();
        line_.verified = {line_.update_submitted - random_.between(0, 15),
                          cast_.turn.once_in(25, "verified day") ? Precision::Exact : Precision::Month};
        return line_;
    }

private:
    Day later(Day day, int least, int most) { return day + random_.between(least, most); }

    // Day by day; what the record says of precision and certainty comes last.
    void place_study() {
        Day start = 0, primary = 0, end = 0;
        if (course_.is_over()) {
            const bool has_story = course_.results != Results::None;
            const Day last = now_ - (has_story ? 2 * kYear : 120);
            // The law has had consequences for studies that ended since 2017.
            const int year = violation_of(cast_) ? random_.between(2018, 2022) : random_.between(2005, 2026);
            end = std::min(last, later(day_of(year, 1, 1), 0, kYear));
            primary = random_.chance(50) ? end : end - random_.between(10, 300);
            start = primary - random_.between(120, violation_of(cast_) ? 900 : 1600);
        } else if (course_.is_open()) {
            const bool waiting = course_.effective() == "NOT_YET_RECRUITING";
            start = waiting ? later(now_, 10, 200) : now_ - random_.between(100, 900);
            primary = later(std::max(start, now_), 60, 1000);
            end = later(primary, 0, 200);
        } else {
            const bool reported = course_.results == Results::Posted;
            primary = reported ? now_ - random_.between(700, 900) : later(now_, -100, 300);
            start = primary - random_.between(300, 900);
            end = later(std::max(primary, now_), 60, 700);
        }
        line_.start = DateFact{.day = start};
        line_.primary_completion = DateFact{.day = primary};
        line_.completion = DateFact{.day = end};
    }

    Posting posting(Day submitted, int check_days) {
        const Day checked = later(submitted, 0, check_days);
        return {submitted, checked, later(checked, 1, 6)};
    }

    void first_posting(bool is_study) {
        Day day = is_study ? later(line_.start->day, -300, 60) : now_ - random_.between(200, 3000);
        day = std::clamp(day, day_of(1999, 11, 1), now_ - 60);
        line_.first = posting(day, 20);
    }

    void place_results() {
        const Day base = std::max(line_.primary_completion->day, line_.first.posted);
        if (course_.results == Results::Posted) {
            line_.results = posting(later(base, 180, 400), 90);
            const Day comments = later(line_.results->submitted, 20, 40);
            if (year_of(comments) >= 2020 && comments < line_.results->checked) line_.first_comments = comments;
        }
        const bool late = course_.results == Results::Posted && cast_.turn.once_in(11, "certificate");
        if (course_.results == Results::Certificate || late) line_.certificate = posting(later(base, 60, 150), 20);
        if (course_.results == Results::Submitted) submit(later(base, 150, 300));
    }

    // Handed in again and again: each time taken back, returned with comments, or still being read.
    void submit(Day day) {
        const int rounds = random_.between(1, 4);
        for (int round = 1; round <= rounds && day < now_ - 60; ++round) {
            Submission one{.released = day};
            const int answer = random_.between(1, 6);
            if (answer == 1) {
                one.withdrawn_unknown_day = true;
            } else if (answer == 2) {
                one.withdrawn = later(day, 1, 20);
            } else if (round < rounds || random_.chance(60)) {
                one.returned = later(day, 15, 45);
                if (year_of(*one.returned) >= 2020) one.comments = random_.between(2, 10);
            }
            line_.submissions.push_back(one);
            day = later(day, 50, 160);
        }
    }

    void place_update() {
        Day earliest = line_.first.checked;
        if (course_.is_over()) earliest = std::max(earliest, line_.completion->day + 3);
        if (!course_.is_over() && line_.start && line_.start->day < now_)
            earliest = std::max(earliest, line_.start->day);
        if (!course_.is_open() && line_.primary_completion && line_.primary_completion->day < now_) {
            earliest = std::max(earliest, line_.primary_completion->day);
        }
        if (line_.results) earliest = std::max(earliest, line_.results->checked);
        if (line_.certificate) earliest = std::max(earliest, line_.certificate->checked);
        earliest = std::min(earliest, now_ - 8);
        const int room = std::min(now_ - 8 - earliest, course_.is_over() ? 900 : 400);
        line_.update_submitted = random_.chance(25) ? earliest : later(earliest, 0, room);
        line_.update_posted = later(line_.update_submitted, 1, 7);
        line_.update_posted = std::max(line_.update_posted, line_.first.posted);
        if (line_.results) line_.update_posted = std::max(line_.update_posted, line_.results->posted);
        if (line_.certificate) line_.update_posted = std::max(line_.update_posted, line_.certificate->posted);
    }

    void describe(DateFact& fact) {
        fact.actual = course_.is_over() || fact.day <= line_.update_submitted;
        const bool loose = !fact.actual || year_of(fact.day) < 2017;
        if (random_.chance(loose ? 60 : 5)) fact.precision = Precision::Month;
    }

    void describe_days() {
        describe(*line_.start);
        describe(*line_.primary_completion);
        describe(*line_.completion);
        if (line_.is_old()) line_.start->has_type = false;
        if (cast_.turn.once_in(30, "year only")) {
            for (auto* fact : {&line_.start, &line_.primary_completion, &line_.completion}) {
                (*fact)->precision = Precision::Year;
            }
        }
    }

    Cast cast_;
    Course course_;
    Random random_;
    Day now_;
    Timeline line_;
};

} // namespace

Day data_day() { return day_of(2026, 9, 1); }

Timeline timeline_of(const Cast& cast, const Course& course, Random random) {
    return Maker(cast, course, random).make();
}

} // namespace trialdex::demo
