#include "web/pages/study/results_state.h"

namespace trialdex::web {

ResultsState results_state(study::Value root) {
    const study::Value protocol = root["protocolSection"];
    const study::Value status = protocol["statusModule"];
    if (root["hasResults"].boolean() == true || root["resultsSection"].size() > 0) return ResultsState::Posted;
    if (protocol["designModule"]["studyType"].text() == "EXPANDED_ACCESS") return ResultsState::NotApplicable;

    const study::Value tracking = root["derivedSection"]["miscInfoModule"]["submissionTracking"];
    const bool is_submitted = root["annotationSection"]["annotationModule"]["unpostedAnnotation"] ||
                              tracking["submissionInfos"].size() > 0 || tracking["estimatedResultsFirstSubmitDate"] ||
                              status["resultsFirstSubmitDate"];
    if (is_submitted) return ResultsState::Submitted;
    if (status["resultsWaived"].boolean() == true) return ResultsState::Waived;
    // delayedPosting is another matter: it keeps the record of an unapproved device back, not its results.
    const bool is_delayed =
        status["dispFirstSubmitDate"] || status["dispFirstSubmitQcDate"] || status["dispFirstPostDateStruct"];
    return is_delayed ? ResultsState::Delayed : ResultsState::NonePosted;
}

} // namespace trialdex::web
