#include "demo/members.h"
#include "demo/protocol/protocol.h"

#include <array>

namespace trialdex::demo {

namespace {

constexpr std::array<std::string_view, 8> kReasons = {
    "Too few people could join in time (12 of 240 in two years).",
    "The sponsor ended the programme for business reasons; no safety concern.",
    "Interim analysis: the difference was \\< 1 point, the study could no longer answer its question.",
    "Funding ended.",
    "The principal investigator moved to another hospital & nobody could take over.",
    "Low pollen count for two years in a row \\[see letter of the steering committee\\].",
    "Supply of the study product was interrupted.",
    "Recruitment paused while the protocol is amended.",
};

// From 2017 on the registry states the day of posting; before, it is taken from the day of quality control.
constexpr int kPostingDaysSince = 2017;

void write_posted(JsonWriter& out, std::string_view key, Day day) {
    object(out, key, [&] {
        out.member("date", iso(day));
        out.member("type", year_of(day) < kPostingDaysSince ? "ESTIMATED" : "ACTUAL");
    });
}

void write_date(JsonWriter& out, std::string_view key, const std::optional<DateFact>& fact) {
    if (!fact) return;
    object(out, key, [&] {
        out.member("date", fact->text());
        if (fact->has_type) out.member("type", fact->actual ? "ACTUAL" : "ESTIMATED");
    });
}

void write_expanded_access(JsonWriter& out, const Plan& plan) {
    const std::uint64_t other = expanded_access_of(plan.index);
    object(out, "expandedAccessInfo", [&] {
        out.member("hasExpandedAccess", other != kNoIndex);
        if (other == kNoIndex) return;
        out.member("nctId", nct_id_of(other));
        const Course course = course_of(cast_of(other, plan.seed));
        // There is no code here for "unknown".
        if (course.last_known.empty()) out.member("statusForNctId", course.status);
    });
}

void write_postings(JsonWriter& out, const Timeline& dates, bool waived) {
    out.member("studyFirstSubmitDate", iso(dates.first.submitted));
    out.member("studyFirstSubmitQcDate", iso(dates.first.checked));
    write_posted(out, "studyFirstPostDateStruct", dates.first.posted);
    if (waived) out.member("resultsWaived", true);
    if (dates.results) {
        out.member("resultsFirstSubmitDate", iso(dates.results->submitted));
        out.member("resultsFirstSubmitQcDate", iso(dates.results->checked));
        write_posted(out, "resultsFirstPostDateStruct", dates.results->posted);
    }
    if (dates.certificate) {
        out.member("dispFirstSubmitDate", iso(dates.certificate->submitted));
        out.member("dispFirstSubmitQcDate", iso(dates.certificate->checked));
        write_posted(out, "dispFirstPostDateStruct", dates.certificate->posted);
    }
    out.member("lastUpdateSubmitDate", iso(dates.update_submitted));
    write_posted(out, "lastUpdatePostDateStruct", dates.update_posted);
}

bool has_stopped(std::string_view status) {
    return status == "TERMINATED" || status == "WITHDRAWN" || status == "SUSPENDED";
}

} // namespace

void write_status(JsonWriter& out, const Plan& plan) {
    const Course& course = plan.course;
    object(out, "statusModule", [&] {
        out.member("statusVerifiedDate", plan.dates.verified.text());
        out.member("overallStatus", course.status);
        text(out, "lastKnownStatus", course.last_known);
        const bool waits_for_device =
            plan.is_trial() && plan.program.family->regulated_device && plan.turn().deal(8, "delayed posting") == 0;
        if (plan.is_withheld() || waits_for_device) out.member("delayedPosting", true);
        // One stopped study in eight gives no reason, as in the registry.
        if (has_stopped(course.status) && plan.turn().deal(8, "no reason") != 0) {
            out.member("whyStopped", plan.random("reason").pick(kReasons));
        }
        if (!plan.is_withheld()) write_expanded_access(out, plan);
        write_date(out, "startDateStruct", plan.dates.start);
        write_date(out, "primaryCompletionDateStruct", plan.dates.primary_completion);
        write_date(out, "completionDateStruct", plan.dates.completion);
        write_postings(out, plan.dates, course.results == Results::Waived);
    });
}

} // namespace trialdex::demo
