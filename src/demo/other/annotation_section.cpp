// Results that were handed in and have not been posted; violations of the law and how they ended.
#include "demo/codes.h"
#include "demo/members.h"
#include "demo/other/other.h"

namespace trialdex::demo {

namespace {

void write_event(JsonWriter& out, std::string_view type, std::optional<Day> day) {
    element(out, [&] {
        out.member("type", type);
        if (day) out.member("date", iso(*day));
        if (!day) out.member("dateUnknown", true);
    });
}

void write_unposted(JsonWriter& out, const Plan& plan) {
    if (plan.dates.submissions.empty()) return;
    object(out, "unpostedAnnotation", [&] {
        out.member("unpostedResponsibleParty", plan.program.sponsor->name);
        list(out, "unpostedEvents", [&] {
            for (const Submission& submission : plan.dates.submissions) {
                write_event(out, "RELEASE", submission.released);
                if (submission.withdrawn || submission.withdrawn_unknown_day) {
                    write_event(out, "UNRELEASE", submission.withdrawn);
                }
                if (submission.returned) write_event(out, "RESET", submission.returned);
            }
        });
    });
}

std::string_view words_for(std::string_view violation) {
    if (violation == "VIOLATION_IDENTIFIED") {
        return "Failure to Submit. The entry for this invented clinical trial was not complete when it was due.";
    }
    if (violation == "CORRECTION_CONFIRMED") return "The responsible party has corrected the violation.";
    if (violation == "PENALTY_IMPOSED") return "A civil money penalty of 1 invented dollar was imposed.";
    return {};
}

// Newest first, as records have them. One story in three goes through all steps, one ends with the second.
void write_violations(JsonWriter& out, const Plan& plan) {
    const auto before = violation_of(plan.cast);
    if (!before) return;
    const auto kinds = codes("ViolationEventType");
    const std::size_t steps = kinds.size() - *before % 3;
    const Day first = plan.dates.results->posted;
    object(out, "violationAnnotation", [&] {
        list(out, "violationEvents", [&] {
            for (std::size_t step = steps; step-- > 0;) {
                const Day day = first + static_cast<Day>(step) * 20;
                element(out, [&] {
                    out.member("type", kinds[step].value);
                    text(out, "description", words_for(kinds[step].value));
                    out.member("creationDate", iso(day + 2));
                    out.member("issuedDate", iso(day));
                    if (step > 0) out.member("releaseDate", iso(day - 10));
                    out.member("postedDate", iso(day + 3));
                });
            }
        });
    });
}

} // namespace

void write_annotation_section(JsonWriter& out, const Plan& plan) {
    if (plan.dates.submissions.empty() && !violation_of(plan.cast)) return;
    object(out, "annotationSection", [&] {
        object(out, "annotationModule", [&] {
            write_unposted(out, plan);
            write_violations(out, plan);
        });
    });
}

} // namespace trialdex::demo
