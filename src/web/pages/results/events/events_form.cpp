// Ways to narrow the list of events, and the form in which two groups are picked to be compared.
#include "web/components/value.h"
#include "web/pages/results/events/events_view.h"
#include "web/path/node_words.h"

#include <fmt/format.h>

namespace trialdex::web {

namespace {

constexpr std::size_t kOptionLength = 70; // characters of a group's name in a select

std::string counted(std::size_t count) { return grouped(static_cast<std::uint64_t>(count)); }

void option(Html& html, std::string_view value, std::string_view label, bool is_chosen) {
    if (is_chosen) {
        html.element("option", label, {{"value", value}, {"selected", ""}});
    } else {
        html.element("option", label, {{"value", value}});
    }
}

void open_form(Html& html, const EventsView& view, std::string_view classes, std::string_view place) {
    const std::string action = view.http().path + std::string(place);
    html.open("form", {{"class", classes}, {"method", "get"}, {"action", action}});
}

void list_select(Html& html, const EventsView& view) {
    const auto& list = view.question.choice.list;
    const results::AdverseEvents& events = view.events;
    html.open("label").element("span", "Events").open("select", {{"name", "list"}});
    option(html, "", fmt::format("All ({})", counted(events.rows.size())), !list);
    option(html, "serious", fmt::format("Serious ({})", counted(events.serious_count)),
           list == results::EventList::Serious);
    option(html, "other", fmt::format("Other ({})", counted(events.other_count)), list == results::EventList::Other);
    html.close("select").close("label");
}

void system_select(Html& html, const EventsView& view) {
    const std::string& chosen = view.question.choice.system;
    html.open("label").element("span", "Organ system").open("select", {{"name", "system"}});
    option(html, "", "All", chosen.empty());
    for (const results::OrganSystem& system : results::organ_systems(view.events)) {
        if (system.name.empty()) continue;
        option(html, system.name,
               fmt::format("{}: {} serious, {} other", system.name, counted(system.serious), counted(system.other)),
               system.name == chosen);
    }
    html.close("select").close("label");
}

void group_select(Html& html, const EventsView& view, std::string_view name, std::string_view label,
                  std::optional<std::size_t> chosen) {
    html.open("label").element("span", label).open("select", {{"name", name}});
    option(html, "", "Choose a group", !chosen);
    for (const results::Group& group : view.events.groups.all()) {
        const std::string title = nodes::shortened(group.name(), kOptionLength);
        option(html, std::to_string(group.position + 1), title.empty() ? "Group without a name" : title,
               chosen == group.position);
    }
    html.close("select").close("label");
}

} // namespace

void events_filter(Html& html, const EventsView& view) {
    open_form(html, view, "events-form", "#events");
    hidden_parameters(html, view.http(), {"list", "q", "system"});
    html.open("label").element("span", "Words in the event’s name");
    html.empty("input", {{"type", "search"}, {"name", "q"}, {"value", view.question.choice.words}});
    html.close("label");
    list_select(html, view);
    system_select(html, view);
    html.element("button", "Show these", {{"type", "submit"}});
    html.close("form");
    const results::EventChoice& choice = view.question.choice;
    if (choice.list || !choice.words.empty() || !choice.system.empty()) {
        html.open("p", {{"class", "note"}});
        html.text(counted(view.rows.size())).text(" of ").text(counted(view.events.rows.size()));
        html.text(" events are shown. ");
        html.link(events_href(view.http(), {{"list", ""}, {"q", ""}, {"system", ""}}) + "#events", "Show all");
        html.close("p");
    }
}

void events_comparison_form(Html& html, const EventsView& view) {
    if (view.events.groups.size() < 2) return;
    const auto& compared = view.question.compared;
    if (compared) {
        html.open("details", {{"class", "events-compare"}, {"open", ""}});
    } else {
        html.open("details", {{"class", "events-compare"}});
    }
    html.element("summary", "Compare two groups");
    html.element(
        "p",
        "For two groups that you pick, trialdex works out the risk difference and the risk ratio of each event "
        "from the counts. Neither is in the record.",
        {{"class", "note"}});
    open_form(html, view, "events-form", "#events");
    hidden_parameters(html, view.http(), {"first", "second"});
    group_select(html, view, "first", "First group", compared ? std::optional(compared->first) : std::nullopt);
    group_select(html, view, "second", "Second group", compared ? std::optional(compared->second) : std::nullopt);
    html.element("button", "Compare", {{"type", "submit"}});
    html.close("form");
    if (compared) {
        html.open("p").link(events_href(view.http(), {{"first", ""}, {"second", ""}}) + "#events",
                            "Without the comparison");
        html.close("p");
    }
    html.close("details");
}

} // namespace trialdex::web
