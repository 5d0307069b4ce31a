#include "web/pages/study/reading.h"

#include <array>
#include <string>

namespace trialdex::web {

namespace {

constexpr std::array<Reading, 3> kReadings = {{
    {"", "Plain", "Labels in everyday words; each opens to what it means.", "page plain", false},
    {"researcher", "Researcher",
     "The registry’s own names of fields and codes stand beside their labels, for searches and programs.",
     "page researcher", false},
    {"print", "Print", "Everything that opens on a click stands open, without the site around it.", "page paper", true},
}};

std::string address_of(const StudyView& study, const Reading& reading) {
    std::string address = study.request.address.study();
    if (reading.id.empty()) return address;
    return address + (address.find('?') == std::string::npos ? "?view=" : "&view=") + std::string(reading.id);
}

} // namespace

const Reading& reading_of(const StudyView& study) {
    const std::string* asked = study.request.page.request.parameter("view");
    for (const Reading& reading : kReadings) {
        if (asked && *asked == reading.id) return reading;
    }
    return kReadings.front();
}

void reading_switch(Html& html, const StudyView& study, const Reading& current) {
    html.open("nav", {{"class", "reading"}, {"aria-label", "Ways to read this page"}});
    html.element("span", "View", {{"class", "reading-label"}, {"aria-hidden", "true"}}).open("ul");
    for (const Reading& reading : kReadings) {
        html.open("li");
        if (&reading == &current) {
            html.open("strong", {{"aria-current", "true"}}).text(reading.label).close("strong");
        } else {
            html.link(address_of(study, reading), reading.label, {{"title", reading.explanation}});
        }
        html.close("li");
    }
    html.close("ul");
    if (!current.id.empty()) html.element("p", current.explanation, {{"class", "note"}});
    html.close("nav");
}

} // namespace trialdex::web
