#include "web/pages/related/draft_page.h"

#include "web/components/breadcrumb.h"
#include "web/components/value.h"
#include "web/pages/compare/choose.h"
#include "web/pages/related/related_results.h"
#include "web/pages/related/steering_form.h"

#include <array>

namespace trialdex::web {

namespace {

constexpr std::string_view kExample = R"({
  "protocolSection": {
    "identificationModule": {"briefTitle": "Walking against fatigue in multiple sclerosis"},
    "descriptionModule": {"briefSummary": "Whether a daily walk with an app eases fatigue."},
    "conditionsModule": {"conditions": ["Multiple Sclerosis", "Fatigue"]},
    "designModule": {"studyType": "INTERVENTIONAL", "phases": ["NA"]},
    "armsInterventionsModule": {"interventions": [{"type": "BEHAVIORAL", "name": "Daily walk"}]},
    "outcomesModule": {"primaryOutcomes": [{"measure": "Fatigue Severity Scale", "timeFrame": "12 weeks"}]},
    "eligibilityModule": {"sex": "ALL", "minimumAge": "18 Years"}
  }
})";

void form(Html& html, const PageContext& context, const PostedDraft& draft, const Steering& steering,
          bool is_answered) {
    html.open("form", {{"class", "draft-form"}, {"id", "draft-form"}, {"action", "/related"}, {"method", "post"}});
    html.element("label", "The draft’s record, as JSON", {{"for", "draft"}});
    html.open("textarea", {{"id", "draft"},
                           {"name", "draft"},
                           {"rows", is_answered ? "6" : "14"},
                           {"spellcheck", "false"},
                           {"autocomplete", "off"},
                           {"aria-describedby", "draft-help"},
                           {"required", ""}});
    html.text("\n" + draft.text).close("textarea"); // HTML drops the first line break
    html.element("p",
                 "At most " + grouped(std::uint64_t{kLargestDraft}) +
                     " bytes. The text is read, compared and forgotten: it is not stored, not logged, and not part of "
                     "an address.",
                 {{"id", "draft-help"}, {"class", "hint"}});
    html.open("details", {{"class", "draft-steering"}});
    steering_summary(html, steering);
    html.open("div", {{"class", "steering"}});
    steering_fields(html, steering, context);
    html.close("div").close("details");
    html.element("button", "Find trials like it", {{"type", "submit"}}).close("form");
}

void example(Html& html) {
    html.open("details", {{"class", "draft-example"}}).element("summary", "What such a record looks like");
    html.element("p",
                 "The form is that of ClinicalTrials.gov’s own JSON. Nothing is required: a title alone will do, and "
                 "every part more makes the comparison closer.");
    html.open("pre", {{"tabindex", "0"}}).element("code", kExample).close("pre");
    html.close("details");
}

void pages(Html& html, const Steering& steering, std::uint64_t total) {
    const std::uint32_t count = related_pages(total);
    if (count == 1) return;
    html.open("p", {{"class", "draft-pages"}});
    const auto way = [&](std::uint32_t page, std::string_view label) {
        html.element("button", label,
                     {{"type", "submit"}, {"form", "draft-form"}, {"name", "page"}, {"value", std::to_string(page)}});
    };
    if (steering.page > 1) way(steering.page - 1, "Closer ones");
    html.text(" Page " + std::to_string(steering.page) + " ");
    if (steering.page < count) way(steering.page + 1, "More distant ones");
    html.close("p");
}

api::Response shown(const PageContext& context, const PostedDraft& draft, const Steering& steering, const Html& answer,
                    int status) {
    Html main;
    breadcrumb(main, std::array<Crumb, 2>{{{"Home", "/"}, {"Trials like a draft", ""}}});
    main.element("h1", "Which trials are like mine?");
    main.element("p",
                 "Paste the record of a study that is still being planned: the studies of this registry that are most "
                 "like it come back, and why.",
                 {{"class", "lede"}});
    const bool is_answered = status == 200 && !answer.is_empty();
    if (status != 200) main.append(answer);
    form(main, context, draft, steering, is_answered);
    example(main);
    if (is_answered) main.append(answer);
    return page_response(context,
                         {.title = "Which trials are like mine?",
                          .description = "Paste the record of a study that is still being planned to find its like.",
                          .canonical = "/related",
                          .official_record = {},
                          .data_date = {}},
                         main, status);
}

Html problem(std::string_view title, std::string_view what) {
    Html html;
    html.open("section", {{"class", "notice notice-reading"}, {"role", "alert"}}).element("h2", title);
    html.element("p", what).close("section");
    return html;
}

int status_of(const Error& error) {
    return error.code == ErrorCode::TooLarge ? 413 : error.code == ErrorCode::InvalidInput ? 400 : 500;
}

api::Response answered(const PageContext& context, const PostedDraft& draft, const Steering& steering) {
    auto record = draft_record(draft.text);
    if (!record) {
        const PostedDraft kept = record.error().code == ErrorCode::TooLarge ? PostedDraft{{}, draft.fields} : draft;
        return shown(context, kept, steering, problem("The draft could not be read", record.error().message),
                     status_of(record.error()));
    }
    const auto finder = current_finder(context);
    if (!finder) {
        Html notice;
        notice.open("section", {{"class", "notice"}}).element("h2", "Not ready yet");
        no_finder_notice(notice);
        notice.close("section");
        return shown(context, draft, steering, notice, 503);
    }
    related::Question question = steering.question();
    question.draft = std::move(*record);
    const auto answer = finder->find(question);
    if (!answer) {
        return shown(context, draft, steering, problem("The draft could not be compared", answer.error().message),
                     status_of(answer.error()));
    }
    Html results;
    results.open("section", {{"class", "results"}, {"aria-labelledby", "result"}});
    results.open("div", {{"class", "result-head"}}).element("h2", "Most alike first", {{"id", "result"}}).close("div");
    related_results(results, *answer, steering, true);
    pages(results, steering, answer->total);
    compare_form(results);
    results.close("section");
    return shown(context, draft, steering, results, 200);
}

} // namespace

api::Response draft_page(const PageContext& context) {
    if (context.request.method != "POST") return shown(context, {}, {}, {}, 200);
    const PostedDraft draft = posted_draft(context.request);
    return answered(context, draft, Steering::of(draft.fields));
}

} // namespace trialdex::web
