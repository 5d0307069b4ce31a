// The study's calendar and its record's, date by date in the order of the schema.
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

constexpr std::array<std::string_view, 3> kStudyDates = {"startDateStruct", "primaryCompletionDateStruct",
                                                         "completionDateStruct"};

constexpr std::array<std::string_view, 2> kDateNames = {"date", "type"};

bool is_of_study(const schema::Node& node) {
    return std::find(kStudyDates.begin(), kStudyDates.end(), node.name) != kStudyDates.end();
}

void date_row(Html& html, const schema::Node& node, study::Value value) {
    if (node.is_leaf() && (node.value == schema::ValueKind::Date || node.value == schema::ValueKind::PartialDate)) {
        fact(html, node, [&] { date(html, value.text()); });
    } else if (value["date"]) {
        fact(html, node, [&] {
            dated(html, value);
            fact_list(html, node, value, {.skip = kDateNames});
        });
    }
}

void calendar(Html& html, const StudyView& study, std::string_view title, bool of_study) {
    Html rows;
    for (const schema::Node& node : schema::children(node_at("protocolSection.statusModule"))) {
        if (is_of_study(node) != of_study) continue;
        if (const study::Value value = study.status[node.name]) date_row(rows, node, value);
    }
    if (rows.is_empty()) return;
    heading(html, 3, title);
    open_facts(html);
    html.append(rows);
    close_facts(html);
}

} // namespace

void dates_section(Html& html, const StudyView& study) {
    calendar(html, study, "The study", true);
    calendar(html, study, "Its record in the registry", false);
}

} // namespace trialdex::web
