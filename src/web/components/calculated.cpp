#include "web/components/calculated.h"

namespace trialdex::web {

void calculated(Html& html, std::string_view text, std::string_view how) {
    html.element("span", text, {{"class", "calculated"}, {"title", how}});
}

void calculated_note(Html& html, std::string_view what) {
    html.open("p", {{"class", "note calculated-note"}}).text(what).text(" with a dotted line are ");
    html.element("span", "calculated", {{"class", "calculated"}});
    html.text(" by trialdex; all other figures stand in the record.").close("p");
}

} // namespace trialdex::web
