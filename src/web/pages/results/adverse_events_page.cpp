// Adverse events: what the numbers are, who died and who had an event by group, and every event that is listed.
#include "schema/schema.h"
#include "web/components/check_notes.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/results/events/events_view.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"

#include <fmt/format.h>
#include <map>

namespace trialdex::web {

namespace {

constexpr std::size_t kRowsAPage = 100;

std::string counted(std::size_t count) { return grouped(static_cast<std::uint64_t>(count)); }

// "MedDRA 26.1", or with more than one "MedDRA 26.1 (1,200 events, where an event does not say otherwise), MedDRA 25 (3
// events)"; rows without one are said too.
template <class Words>
std::string kinds_of_rows(const results::AdverseEvents& events, std::string_view results::EventRow::* member,
                          std::string_view missing, Words&& words) {
    std::map<std::string_view, std::size_t> counts;
    for (const results::EventRow& row : events.rows) ++counts[row.*member];
    const auto usual = usual_value(events, member);
    std::string first;
    std::string others;
    for (const auto& [kind, count] : counts) {
        std::string text(kind.empty() ? missing : words(kind));
        const bool is_usual = kind == usual;
        if (counts.size() > 1) {
            text += fmt::format(" ({} {}{})", counted(count), count == 1 ? "event" : "events",
                                is_usual ? ", where an event does not say otherwise" : "");
        }
        std::string& place = is_usual ? first : others;
        place += (place.empty() ? "" : ", ") + text;
    }
    return first + (first.empty() || others.empty() ? "" : ", ") + others;
}

std::string threshold_sentence(std::string_view threshold) {
    if (threshold.empty()) return "The record does not say how frequent an event had to be to be listed.";
    if (threshold == "0") return "0%: other events are listed however rare they were.";
    return fmt::format("{}%: other events are listed when more than this share of some group had them; rarer ones are "
                       "not in the record.",
                       threshold);
}

void facts(Html& html, const results::AdverseEvents& events) {
    open_facts(html);
    fact(html, "Watched for", [&] {
        if (events.time_frame.empty()) {
            html.element("span", kNotInRecord, {{"class", "absent"}});
        } else {
            plain_text(html, events.time_frame);
        }
    });
    fact(html, "Threshold", [&] { html.text(threshold_sentence(events.threshold)); });
    if (!events.rows.empty()) {
        fact(html, "How events were found", [&] {
            plain_text(html,
                       kinds_of_rows(events, &results::EventRow::assessment, "not stated", [](std::string_view code) {
                           return code_label(*schema::find_enum("EventAssessment"), code);
                       }));
        });
        fact(html, "Vocabulary of terms", [&] {
            plain_text(html, kinds_of_rows(events, &results::EventRow::vocabulary, "not stated",
                                           [](std::string_view name) { return name; }));
        });
    }
    close_facts(html);
    if (!events.description.empty()) {
        html.open("div", {{"class", "events-description"}});
        markup(html, events.description);
        html.close("div");
    }
}

void how_to_read(Html& html) {
    html.open("ul", {{"class", "how-to-read"}});
    html.element("li",
                 "A term that is not listed is not 0: it may have been too rare to be listed, or named otherwise.");
    html.element("li", "One participant can have several events, so numbers of participants do not add up over terms.");
    html.element("li", "An event need not have been caused by the treatment: groups have to be compared.");
    html.close("ul");
}

void list_of_events(Html& html, const EventsView& view) {
    html.open("h2", {{"id", "events"}}).text("Events ");
    html.element("span", counted(view.rows.size()), {{"class", "count"}}).close("h2");
    if (view.events.rows.empty()) {
        html.element("p", "The record lists no single events. A term that is not listed is not 0.",
                     {{"class", "absent"}});
        return;
    }
    how_to_read(html);
    events_filter(html, view);
    events_comparison_form(html, view);
    events_plot(html, view);
    events_table(html, view);
}

} // namespace

api::Response adverse_events_page(const StudyRequest& request, std::string_view) {
    const results::AdverseEvents events = results::read_adverse_events(request.root["resultsSection"]);
    EventsView view{request, events, events_question(request.page.request, events), {}, {}};
    view.rows = results::chosen_events(events, view.question.choice);
    view.slice = nodes::page_slice(request.page.request, view.rows.size(), kRowsAPage);
    Html body;
    caveats_box(body, request.root["resultsSection"]);
    facts(body, events);
    check_notes(body, request.address, request.root, results::kEventsPath);
    events_totals(body, view);
    list_of_events(body, view);
    return results_response(request,
                            {.part = "adverse-events",
                             .title = "Adverse events",
                             .path = "adverse-events",
                             .sentence = "Unwanted things that happened to participants during the study, whether or "
                                         "not the treatment caused them, and how many had them.",
                             .node = std::string(results::kEventsPath)},
                            body);
}

} // namespace trialdex::web
