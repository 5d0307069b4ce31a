// What all results pages share: the addresses, the way between the parts, the page around a part, its CSV answers.
// A part is a row of the table in results_pages.cpp and one file that writes its body.
#pragma once

#include "results/csv.h"
#include "web/html.h"
#include "web/pages/study/study_view.h"
#include "web/study_request.h"

#include <span>
#include <string>
#include <string_view>

namespace trialdex::web {

// A part of the results with a page of its own.
struct ResultsPart {
    std::string_view path;   // below "/study/NCT…/results": "", "flow", "adverse-events"
    std::string_view label;  // in the way between the parts
    std::string_view module; // JSON name of the module it shows; empty: it is always there
};
std::span<const ResultsPart> results_parts();
bool has_part(study::Value results_section, const ResultsPart& part);

// "/study/NCT00000001/results/outcomes/3" for "outcomes/3"; keeps the version that the page cites.
std::string results_address(const StudyAddress& address, std::string_view path);

struct ResultsHead {
    std::string_view part;     // whose place in the way between the parts is marked
    std::string title;         // <h1> and, with the study's number, the page's title
    std::string path;          // of this page below results: "outcomes/3"
    std::string_view sentence; // what the page tells, in a softer tone beneath the heading; may be empty
    std::string node = {};     // path of the node behind it, for "In the record"; may be empty
    std::string kicker = {};   // a short line above the heading ("Primary outcome"); may be empty
};

// The whole page: breadcrumb, study, version notice, heading, the way between the parts, `body`, the way on.
api::Response results_response(const StudyRequest& request, const ResultsHead& head, const Html& body);

// The table as a file that a browser offers to save as "NCT00000001-flow.csv" (`name`: "flow").
api::Response csv_response(const StudyRequest& request, std::string_view name, results::CsvWriter& csv);

// 404: the record has no such part, or it has no outcome of that number; `what` says so in a sentence.
api::Response no_such_part(const StudyRequest& request, const std::string& what);

// "Limitations and caveats", in a box; nothing when the record states none.
void caveats_box(Html& html, study::Value results_section);

} // namespace trialdex::web
