#include "web/pages/module_page/group_columns.h"

#include "results/percent.h"
#include "web/components/value.h"

#include <array>

namespace trialdex::web::nodes {

namespace {

using study::Value;

void note(Html& html, const std::string& text) { html.element("small", text, {{"class", "figure-note"}}); }

void no_figure(Html& html) { html.element("span", "no figure", {{"class", "absent"}}); }

// `watched` is the group's number at risk; one that stands at the event itself counts before it.
void event_figure(Html& html, std::string_view watched, Value entry) {
    const std::string_view affected = entry["numAffected"].text();
    const std::string_view events = entry["numEvents"].text();
    if (const Value own = entry["numAtRisk"]) watched = own.text();
    if (affected.empty()) {
        no_figure(html);
    } else {
        html.text(grouped(affected));
        if (!watched.empty()) html.text(" of " + grouped(watched));
        const std::string percent = results::percent_of(affected, watched);
        if (!percent.empty()) html.text(" (" + percent + ")");
    }
    if (!events.empty()) note(html, "events: " + grouped(events));
}

void serious_event_figure(Html& html, const Measure&, const LocalGroup& group, Value entry) {
    event_figure(html, group.value["seriousNumAtRisk"].text(), entry);
}

void other_event_figure(Html& html, const Measure&, const LocalGroup& group, Value entry) {
    event_figure(html, group.value["otherNumAtRisk"].text(), entry);
}

void flow_figure(Html& html, const Measure&, const LocalGroup&, Value entry) {
    const std::string_view people = entry["numSubjects"].text();
    const std::string_view units = entry["numUnits"].text();
    if (people.empty()) {
        no_figure(html);
    } else {
        html.text(grouped(people));
    }
    if (!units.empty()) note(html, "units: " + grouped(units));
    sponsor_comment(html, entry);
}

void count_figure(Html& html, const Measure&, const LocalGroup&, Value entry) {
    const std::string_view count = entry["value"].text();
    if (count.empty()) return no_figure(html);
    html.text(grouped(count));
}

void measurement_figure(Html& html, const Measure& measure, const LocalGroup&, Value entry) {
    figure(html, measure, entry);
}

constexpr std::array<GroupColumns, 6> kGroupColumns = {{
    {"seriousEvents", "stats", serious_event_figure},
    {"otherEvents", "stats", other_event_figure},
    {"milestones", "achievements", flow_figure},
    {"dropWithdraws", "reasons", flow_figure},
    {"denoms", "counts", count_figure},
    {"categories", "measurements", measurement_figure},
}};

} // namespace

const GroupColumns* group_columns(const schema::Node* rows) {
    if (!rows) return nullptr;
    for (const GroupColumns& columns : kGroupColumns) {
        if (columns.rows == rows->name) return &columns;
    }
    return nullptr;
}

void group_heads(Html& html, const ModuleView& view, const LocalGroups& groups) {
    for (const LocalGroup& group : groups.all()) {
        html.open("th", {{"scope", "col"}, {"class", "figure-head"}});
        group_name(html, groups, group.id, view.request.address);
        html.close("th");
    }
}

void group_figures(Html& html, const GroupColumns& columns, const Measure& measure, const LocalGroups& groups,
                   Value row) {
    for (const LocalGroup& group : groups.all()) {
        html.open("td", {{"class", "figure"}});
        Value entry;
        for (Value candidate : row[columns.list]) {
            if (candidate["groupId"].text() == group.id) {
                entry = candidate;
                break;
            }
        }
        if (entry) {
            columns.figure(html, measure, group, entry);
        } else {
            no_figure(html);
        }
        html.close("td");
    }
}

} // namespace trialdex::web::nodes
