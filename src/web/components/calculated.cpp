#include "web/components/calculated.h"

#include "web/components/value.h"

namespace trialdex::web {

void calculated(Html& html, std::string_view text, std::string_view how) {
    html.element("span", text, {{"class", "calculated"}, {"title", how}});
}

void calculated_count(Html& html, std::size_t count) {
    calculated(html, grouped(static_cast<std::uint64_t>(count)), "counted in the record");
}

void calculated_count(Html& html, std::size_t count, std::string_view one, std::string_view many) {
    calculated_count(html, count);
    html.text(" ").text(count == 1 ? one : many);
}

void calculated_note(Html& html, std::string_view what) {
    html.open("p", {{"class", "note calculated-note"}}).text(what).text(" with a dashed line are ");
    html.element("span", "calculated", {{"class", "calculated"}});
    html.text(" by trialdex; all other figures stand in the record.").close("p");
}

bool has_calculated(const Html& html) { return html.str().find("<span class=\"calculated\"") != std::string::npos; }

} // namespace trialdex::web
