// Related trials: the six most alike as cards, each with its reasons, in the page itself: finding them takes a few
// milliseconds, less than a second request would. The page is whole without them.
#include "web/pages/compare/choose.h"
#include "web/pages/related/related_card.h"
#include "web/pages/related/related_results.h"
#include "web/pages/study/sections.h"

namespace trialdex::web {

namespace {

constexpr std::uint32_t kShown = 6;

Result<void> cards(Html& html, const StudyView& study, const related::Finder& finder) {
    related::Question question;
    question.id = study.request.stored.id;
    question.limit = kShown;
    const store::StoredRecord& stored = study.request.stored;
    if (stored.version.number == stored.version_count) question.record = study.root;
    const auto answer = finder.find(question);
    if (!answer) return tl::unexpected(answer.error());
    if (answer->related.empty()) {
        html.element("p", "No study of this registry was found to be like this one.");
        return {};
    }
    related_list(html, answer->related, 1, 3);
    compare_form(html, study.request.stored.id);
    html.open("p").link("/study/" + study.request.stored.id.text() + "/related", "More related trials");
    html.text(", with filters and a say in what counts").close("p");
    return {};
}

} // namespace

void related_section(Html& html, const StudyView& study) {
    const auto finder = current_finder(study.request.page);
    if (!finder) return no_finder_notice(html);
    Html list;
    if (const auto found = cards(list, study, *finder); !found) {
        html.element("p", no_list_reason(found.error()));
        return;
    }
    html.append(list);
}

} // namespace trialdex::web
