// Who started, who completed, who left and why: a drawing for each group, and a table for each period.
#include "results/flow.h"
#include "web/components/calculated.h"
#include "web/components/check_notes.h"
#include "web/components/contents.h"
#include "web/components/entities.h"
#include "web/components/group_marks.h"
#include "web/components/markup.h"
#include "web/components/scroll_table.h"
#include "web/components/value.h"
#include "web/pages/results/flow_chart.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"

#include <fmt/format.h>

namespace trialdex::web {

namespace {

using results::Departures;
using results::FlowFigure;
using results::FlowRow;

// Words of ours that the page used: each is explained at its end.
struct WordsUsed {
    bool no_reasons = false;
    bool no_data = false;
};

// The record's own words in capitals, in the words of the page; other milestones are the sponsor's.
std::string milestone_label(std::string_view label) {
    if (label == "STARTED") return "Started";
    if (label == "COMPLETED") return "Completed";
    if (label == "NOT COMPLETED") return "Not completed";
    return decode_entities(label);
}

void comment(Html& html, std::string_view text) {
    if (text.empty()) return;
    html.open("div", {{"class", "figure-note"}});
    markup(html, text);
    html.close("div");
}

void no_data(Html& html, WordsUsed& used) {
    used.no_data = true;
    html.element("span", "no data", {{"class", "absent"}});
}

void figure_cell(Html& html, const FlowFigure& figure, std::string_view units, WordsUsed& used) {
    html.open("td", {{"class", "figure"}});
    if (figure.people.empty()) {
        no_data(html, used);
    } else {
        plain_text(html, grouped(figure.people));
    }
    if (!figure.units.empty()) {
        html.open("small", {{"class", "figure-note"}});
        plain_text(html, units.empty() ? std::string_view("units") : units);
        html.text(": ");
        plain_text(html, grouped(figure.units));
        html.close("small");
    }
    comment(html, figure.comment);
    html.close("td");
}

void row(Html& html, const FlowRow& row, std::string_view label, std::string_view units, WordsUsed& used) {
    html.open("tr").open("th", {{"scope", "row"}});
    breakable_text(html, label);
    comment(html, row.comment);
    html.close("th");
    for (const FlowFigure& figure : row.figures) figure_cell(html, figure, units, used);
    html.close("tr");
}

// A row that the record does not have, worked out from the two that it has.
bool not_completed_row(Html& html, const results::ParticipantFlow& flow, const results::FlowPeriod& period,
                       WordsUsed& used) {
    if (period.not_completed()) return false;
    WordsUsed here;
    Html cells;
    bool any = false;
    for (std::size_t group = 0; group < flow.groups.size(); ++group) {
        const Departures left = results::departures(period, group);
        cells.open("td", {{"class", "figure"}});
        if (left.is_calculated) {
            calculated(cells, grouped(fmt::format("{:.0f}", *left.number)), "started less completed");
            any = true;
        } else {
            no_data(cells, here);
        }
        cells.close("td");
    }
    if (!any) return false;
    used.no_data = used.no_data || here.no_data;
    html.open("tr").element("th", "Not completed", {{"scope", "row"}}).append(cells).close("tr");
    return true;
}

void reasons(Html& html, const results::ParticipantFlow& flow, const results::FlowPeriod& period, WordsUsed& used) {
    const std::string columns = std::to_string(flow.groups.size() + 1);
    html.open("tr", {{"class", "class-head"}}).open("th", {{"scope", "rowgroup"}, {"colspan", columns}});
    html.text("Why participants left").close("th").close("tr");
    for (const FlowRow& reason : period.withdrawals) row(html, reason, decode_entities(reason.label), {}, used);
    // A line for the groups whose record counts people who left and names no reason.
    WordsUsed here;
    Html cells;
    for (std::size_t group = 0; group < flow.groups.size(); ++group) {
        cells.open("td", {{"class", "figure"}});
        switch (results::departures(period, group).reasons) {
        case Departures::Reasons::NotGiven:
            cells.text("no reasons given");
            here.no_reasons = true;
            break;
        case Departures::Reasons::NoData: no_data(cells, here); break;
        case Departures::Reasons::NobodyLeft: cells.text("nobody left"); break;
        case Departures::Reasons::Given: cells.text("reasons above"); break;
        }
        cells.close("td");
    }
    if (here.no_reasons || here.no_data || period.withdrawals.empty()) {
        used.no_reasons = used.no_reasons || here.no_reasons;
        used.no_data = used.no_data || here.no_data;
        html.open("tr").element("th", "Are reasons given?", {{"scope", "row"}}).append(cells).close("tr");
    }
}

void period_table(Html& html, const results::ParticipantFlow& flow, const results::FlowPeriod& period,
                  WordsUsed& used) {
    const std::string anchor = "period-" + std::to_string(period.index + 1);
    const std::string title =
        period.title.empty() ? "Period " + std::to_string(period.index + 1) : decode_entities(period.title);
    section_heading(html, anchor, title);
    open_scroll_table(html, title);
    html.open("thead").open("tr").element("th", "Milestone", {{"scope", "col"}});
    group_head_cells(html, flow.groups);
    html.close("tr").close("thead").open("tbody");
    for (const FlowRow& milestone : period.milestones) {
        row(html, milestone, milestone_label(milestone.label), flow.units, used);
    }
    const bool has_calculated = not_completed_row(html, flow, period, used);
    html.close("tbody").open("tbody");
    reasons(html, flow, period, used);
    html.close("tbody");
    close_scroll_table(html);
    if (has_calculated) calculated_note(html, "Numbers");
}

void words_used(Html& html, const WordsUsed& used) {
    if (!used.no_reasons && !used.no_data) return;
    html.open("p", {{"class", "note"}});
    if (used.no_reasons) html.text("“No reasons given”: the record counts people who left and does not say why. ");
    if (used.no_data) html.text("“No data”: the record has no number here; that is not zero.");
    html.close("p");
}

void text_block(Html& html, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    html.element("h3", label);
    html.open("div", {{"class", "prose"}});
    markup(html, text);
    html.close("div");
}

void csv_rows(results::CsvWriter& csv, const results::ParticipantFlow& flow, const results::FlowPeriod& period,
              std::string_view kind, const FlowRow& row) {
    for (std::size_t group = 0; group < row.figures.size(); ++group) {
        const FlowFigure& figure = row.figures[group];
        csv.row({decode_entities(period.title), kind, decode_entities(row.label), flow.groups[group].id,
                 decode_entities(flow.groups[group].title), decode_entities(figure.people),
                 decode_entities(figure.units), decode_entities(figure.comment)});
    }
}

} // namespace

api::Response flow_page(const StudyRequest& request, std::string_view) {
    const results::ParticipantFlow flow = results::participant_flow(request.root["resultsSection"]);
    Html body;
    if (flow.periods.empty()) body.element("p", "The record lists no periods.", {{"class", "absent"}});
    check_notes(body, request.address, request.root, results::kFlowPath);
    flow_chart(body, flow);
    group_list(body, flow.groups);
    WordsUsed used;
    for (const results::FlowPeriod& period : flow.periods) period_table(body, flow, period, used);
    words_used(body, used);
    if (!flow.periods.empty()) {
        csv_link(body, results_address(request.address, "flow.csv"), "Download the participant flow as CSV");
    }
    text_block(body, "How participants were recruited", flow.recruitment);
    text_block(body, "Between joining and being assigned", flow.pre_assignment);
    return results_response(request,
                            {.part = "flow",
                             .title = "Participant flow",
                             .path = "flow",
                             .sentence = "How many people started, how many completed each period of the study, and "
                                         "why the others left.",
                             .node = std::string(results::kFlowPath)},
                            body);
}

api::Response flow_csv(const StudyRequest& request, std::string_view) {
    const results::ParticipantFlow flow = results::participant_flow(request.root["resultsSection"]);
    results::CsvWriter csv;
    csv.row({"Period", "Kind", "Milestone or reason", "Group id", "Group", "Participants", "Units", "Comment"});
    for (const results::FlowPeriod& period : flow.periods) {
        for (const FlowRow& row : period.milestones) csv_rows(csv, flow, period, "Milestone", row);
        for (const FlowRow& row : period.withdrawals) csv_rows(csv, flow, period, "Reason for leaving", row);
    }
    return csv_response(request, "flow", csv);
}

} // namespace trialdex::web
