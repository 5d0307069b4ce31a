#include "web/pages/search/hit_list.h"

#include "web/pages/compare/choose.h"
#include "web/pages/search/study_card.h"

namespace trialdex::web {

Result<void> hit_list(Html& html, const std::vector<search::Hit>& hits, WordsSought& words, const store::Reader& store,
                      std::uint64_t first) {
    html.open("ol", {{"class", "hits"}, {"start", std::to_string(first)}});
    for (const search::Hit& hit : hits) {
        auto stored = store.get(hit.id);
        // A study that left the registry after the index was built has no record any more.
        if (!stored && stored.error().code != ErrorCode::NotFound) return tl::unexpected(stored.error());
        html.open("li");
        if (stored) {
            study_card(html, std::move(*stored), hit, words);
            compare_box(html, hit.id);
        } else {
            html.element("p", hit.id.text() + " is no longer in this registry.");
        }
        html.close("li");
    }
    html.close("ol");
    return {};
}

} // namespace trialdex::web
