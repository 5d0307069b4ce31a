#include "web/pages/search/no_index.h"

namespace trialdex::web {

std::shared_ptr<const search::Searcher> current_searcher(const PageContext& context) {
    return context.index ? context.index->current() : nullptr;
}

void no_index_notice(Html& html) {
    html.open("section", {{"class", "notice"}}).element("h2", "Search is not ready yet");
    html.element("p",
                 "The records are here, but the index that makes them searchable has not been built. On the machine "
                 "that serves this site, run:");
    html.open("pre", {{"tabindex", "0"}}).element("code", "trialdex index").close("pre");
    html.open("p").text("It is taken into use by itself when it is done. Until then the box takes study numbers, and ");
    html.link("/", "the home page").text(" lists the studies updated last.").close("p").close("section");
}

} // namespace trialdex::web
