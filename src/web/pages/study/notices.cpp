#include "web/pages/study/notices.h"

#include "web/components/calculated.h"
#include "web/components/explanation.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/results_state.h"
#include "web/pages/study/submission_step.h"

#include <span>

namespace trialdex::web {

namespace {

void open_notice(Html& html, std::string_view css_class, std::string_view id, std::string_view title) {
    html.open("section", {{"class", css_class}, {"aria-labelledby", id}});
    html.element("h2", title, {{"id", id}});
}

// "on 3 May 2024", with a space before it; nothing without a date.
void on_day(Html& html, study::Value day) {
    if (!day) return;
    html.text(" on ");
    date(html, day.text());
}

struct Wording {
    std::string_view title;
    std::string_view text;
};

Wording wording(ResultsState state) {
    switch (state) {
    case ResultsState::Posted: return {"Results are posted", "They stand here as they were reported to the registry."};
    case ResultsState::NotApplicable:
        return {
            "Results: not applicable",
            "Expanded access gives a treatment to patients outside a study; no results are gathered for the registry."};
    case ResultsState::Submitted:
        return {"Results submitted, not posted", "Results were handed in to the registry and are not public."};
    case ResultsState::Waived:
        return {"Results requirement waived",
                "The sponsor was released from the duty to submit results, so this record may never hold any."};
    case ResultsState::Delayed:
        return {"Results delayed", "The sponsor sent the registry a certificate, or asked for an extension: results "
                                   "come later than the usual deadline."};
    case ResultsState::NonePosted: break;
    }
    return {"No results posted",
            "This record holds no results. They may be published elsewhere, or not be required or due."};
}

// "First sent on 10 September 2010, posted on 14 September 2010." Each of the two may be missing.
void days_of_certificate(Html& html, study::Value status) {
    const study::Value sent = status["dispFirstSubmitDate"];
    const study::Value posted = status["dispFirstPostDateStruct"]["date"];
    if (!sent && !posted) return;
    html.text(sent ? " The certificate or request was first sent" : " The certificate or request was first posted");
    on_day(html, sent ? sent : posted);
    if (sent && posted) {
        html.text(", and posted");
        on_day(html, posted);
    }
    html.text(".");
}

// Where the results that were handed in lie now: what the last step says, with its day.
void last_step(Html& html, study::Value root) {
    const SubmissionStep step = last_submission_step(root);
    const auto day = [&](std::string_view before, std::string_view without) {
        html.text(step.day.empty() ? without : before);
        if (!step.day.empty()) date(html, step.day);
    };
    switch (step.kind) {
    case SubmissionStep::Kind::Unknown: return;
    case SubmissionStep::Kind::Released:
        html.text(" They are with the registry’s reviewers");
        day(" since ", " (since when is not recorded)");
        html.text(".");
        return;
    case SubmissionStep::Kind::Reset:
        html.text(" The registry’s reviewers returned them to the sponsor");
        day(" on ", " (day not recorded)");
        html.text("; the next move is the sponsor’s.");
        return;
    case SubmissionStep::Kind::Unreleased:
        html.text(" The sponsor took them back");
        day(" on ", " (day not recorded)");
        html.text(".");
        return;
    }
}

void days_of(Html& html, const StudyView& study, ResultsState state) {
    const study::Value status = study.status;
    if (state == ResultsState::Posted && status["resultsFirstPostDateStruct"]["date"]) {
        html.text(" First posted");
        on_day(html, status["resultsFirstPostDateStruct"]["date"]);
        html.text(".");
    }
    if (state == ResultsState::Submitted && status["resultsFirstSubmitDate"]) {
        html.text(" First submitted");
        on_day(html, status["resultsFirstSubmitDate"]);
        html.text(".");
    }
    if (state == ResultsState::Delayed) days_of_certificate(html, status);
}

// Of a study of 1996 without results in the registry the record may still name the papers that report them.
void papers_of_results(Html& html, study::Value root) {
    std::size_t papers = 0;
    for (const study::Value reference : root["protocolSection"]["referencesModule"]["references"]) {
        if (reference["type"].text() == "RESULT") ++papers;
    }
    if (papers == 0) return;
    html.text(" The record names ")
        .link("#papers", papers == 1 ? "a publication of results" : "publications of results");
    html.text(".");
}

// "19 January 2014 · Submitted", oldest first, on demand.
void unposted_steps(Html& html, study::Value unposted) {
    constexpr std::string_view kShownOfStep[] = {"type", "date", "dateUnknown"};
    constexpr std::string_view kShown[] = {"unpostedEvents"};
    const schema::Node& step_node = node_at("annotationSection.annotationModule.unpostedAnnotation.unpostedEvents");
    const study::Value steps = unposted["unpostedEvents"];
    fact_list(html, node_at("annotationSection.annotationModule.unpostedAnnotation"), unposted, {.skip = kShown});
    if (steps.size() == 0) return;
    html.open("details").open("summary");
    calculated_count(html, steps.size(), "step so far", "steps so far");
    html.close("summary");
    html.open("ol", {{"class", "steps"}});
    for (const study::Value step : steps) {
        html.open("li");
        // "dateUnknown: true" is said where the day would stand.
        const bool is_dated = !step["date"].text().empty();
        if (is_dated) date(html, step["date"].text());
        if (!is_dated) html.element("span", "day not recorded", {{"class", "absent"}});
        explained(html, "UnpostedEventType", step["type"]);
        fact_list(html, step_node, step, {.skip = std::span(kShownOfStep).first(is_dated ? 2 : 3)});
        html.close("li");
    }
    html.close("ol").close("details");
}

// A way from the notice to the full node behind it.
void record_link(Html& html, const StudyView& study, std::string_view path, const schema::Node& node) {
    html.open("p").text("In the record: ").link(study.request.address.node(path), node.label).text(".").close("p");
}

} // namespace

void version_notice(Html& html, const StudyView& study) {
    const StudyAddress& address = study.request.address;
    if (!address.version()) return;
    const store::StoredRecord& stored = study.request.stored;
    open_notice(html, "notice notice-version", "version-notice", "One version of this record");
    html.open("p").text("You see version " + std::to_string(stored.version.number) + " of ");
    calculated(html, grouped(std::uint64_t{stored.version_count}), "counted in this registry");
    html.text(" that this registry holds");
    if (!stored.version.last_update_posted.empty()) {
        html.text(", last updated ");
        date(html, stored.version.last_update_posted);
    }
    const std::string study_address = StudyAddress(address.id()).study();
    if (stored.version.number < stored.version_count) {
        html.text(". ").link(study_address, "Go to the newest version").text(".").close("p");
    } else {
        html.text(". This is the newest; ").link(study_address, "the study’s own page");
        html.text(" follows the record when it changes.").close("p");
    }
    html.close("section");
}

void violation_notice(Html& html, const StudyView& study) {
    const study::Value violation = study.annotations["violationAnnotation"];
    if (!violation) return;
    const schema::Node& node = node_at("annotationSection.annotationModule.violationAnnotation");
    open_notice(html, "notice notice-violation", "violation-notice", node.label);
    html.element("p", node.explanation);
    for (const study::Value event : violation["violationEvents"]) {
        html.open("div", {{"class", "group"}});
        fact_list(html, node_at("annotationSection.annotationModule.violationAnnotation.violationEvents"), event);
        html.close("div");
    }
    constexpr std::string_view kEvents[] = {"violationEvents"};
    fact_list(html, node, violation, {.skip = kEvents});
    record_link(html, study, "annotationSection/annotationModule/violationAnnotation", node);
    html.close("section");
}

void withheld_notice(Html& html, const StudyView& study) {
    if (study.status["overallStatus"].text() != "WITHHELD") return;
    open_notice(html, "notice", "withheld-notice", "Withheld");
    html.open("p").text("The registry keeps back most of this record. ");
    const schema::EnumType* type = schema::find_enum("Status");
    if (const schema::EnumValue* withheld = type ? type->find("WITHHELD") : nullptr) html.text(withheld->explanation);
    html.close("p").close("section");
}

void results_notice(Html& html, const StudyView& study) {
    const ResultsState state = results_state(study.root);
    const Wording words = wording(state);
    open_notice(html, state == ResultsState::Posted ? "notice notice-posted" : "notice", "results-notice", words.title);
    html.open("p").text(words.text);
    days_of(html, study, state);
    if (state == ResultsState::Submitted) last_step(html, study.root);
    if (state == ResultsState::Posted) {
        html.text(" ").link("#results", "See the results").text(".");
    } else {
        papers_of_results(html, study.root);
    }
    html.close("p");
    if (const study::Value unposted = study.annotations["unpostedAnnotation"]) {
        unposted_steps(html, unposted);
        record_link(html, study, "annotationSection/annotationModule/unpostedAnnotation",
                    node_at("annotationSection.annotationModule.unpostedAnnotation"));
    }
    html.close("section");
}

} // namespace trialdex::web
