#include "web/components/check_notes.h"

#include "results/check.h"
#include "web/components/value.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenNotes = 4; // more are folded

void list(Html& html, const StudyAddress& address, std::span<const results::Finding> findings) {
    html.open("ul");
    for (const results::Finding& finding : findings) {
        html.open("li");
        plain_text(html, finding.sentence);
        html.text(" ");
        html.link(address.node(finding.path), "Where", {{"aria-label", "Where this stands in the record"}});
        html.close("li");
    }
    html.close("ul");
}

} // namespace

void check_notes(Html& html, const StudyAddress& address, study::Value root, std::string_view under) {
    const std::vector<results::Finding> all = results::check_results(root, under);
    if (all.empty()) return;
    const std::span<const results::Finding> findings(all);
    html.open("aside", {{"class", "check-notes"}, {"aria-label", "Results check"}});
    html.element("p", "Worth a second look", {{"class", "callout-label"}});
    list(html, address, findings.first(std::min(findings.size(), kOpenNotes)));
    if (findings.size() > kOpenNotes) {
        html.open("details").element("summary", std::to_string(findings.size() - kOpenNotes) + " more");
        list(html, address, findings.subspan(kOpenNotes));
        html.close("details");
    }
    html.element("p", "trialdex compared the record’s numbers with each other. There may be a good reason for each.",
                 {{"class", "note"}});
    html.close("aside");
}

} // namespace trialdex::web
