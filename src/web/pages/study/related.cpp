// Related trials: the six most alike as cards, each with its reasons, in the page itself: finding them takes less than
// a second request would. The page is whole without them.
#include "web/pages/compare/choose.h"
#include "web/pages/related/related_card.h"
#include "web/pages/related/related_results.h"
#include "web/pages/study/related_trials.h"
#include "web/pages/study/sections.h"

namespace trialdex::web {

void related_section(Html& html, const StudyView& study) {
    if (study.related == nullptr || !study.related->can_be_found()) return no_finder_notice(html);
    const auto& answer = study.related->answer();
    if (!answer) {
        html.element("p", no_list_reason(answer.error()));
        return;
    }
    if (answer->related.empty()) {
        html.element("p", "No study of this registry was found to be like this one.");
        return;
    }
    const study::NctId id = study.request.stored.id;
    related_list(html, answer->related, 1, 3);
    compare_form(html, id);
    html.open("p").link("/study/" + id.text() + "/related", "More related trials");
    html.text(", with filters and a say in what counts").close("p");
}

} // namespace trialdex::web
