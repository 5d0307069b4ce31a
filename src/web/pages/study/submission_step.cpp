#include "web/pages/study/submission_step.h"

namespace trialdex::web {

namespace {

using Kind = SubmissionStep::Kind;

Kind kind_of(std::string_view event_type) {
    if (event_type == "RELEASE") return Kind::Released;
    if (event_type == "RESET") return Kind::Reset;
    if (event_type == "UNRELEASE") return Kind::Unreleased;
    return Kind::Unknown;
}

// One submission of the tracking: its release, and how that ended. None of the real ones was both returned and taken
// back.
SubmissionStep last_of(study::Value submission) {
    if (submission["unreleaseDate"] || submission["unreleaseDateUnknown"].boolean() == true) {
        return {Kind::Unreleased, submission["unreleaseDate"].text()};
    }
    if (submission["resetDate"]) return {Kind::Reset, submission["resetDate"].text()};
    if (submission["releaseDate"]) return {Kind::Released, submission["releaseDate"].text()};
    return {};
}

} // namespace

SubmissionStep last_submission_step(study::Value root) {
    const study::Value events = root["annotationSection"]["annotationModule"]["unpostedAnnotation"]["unpostedEvents"];
    if (events.size() > 0) {
        const study::Value last = events.at(events.size() - 1);
        return {kind_of(last["type"].text()), last["date"].text()};
    }
    const study::Value submissions = root["derivedSection"]["miscInfoModule"]["submissionTracking"]["submissionInfos"];
    return submissions.size() > 0 ? last_of(submissions.at(submissions.size() - 1)) : SubmissionStep{};
}

} // namespace trialdex::web
