// What every page is made from: the request, the registry behind it, and the moment it is answered.
#pragma once

#include "api/exchange.h"
#include "base/side_tasks.h"
#include "store/store.h"
#include "web/html.h"

#include <span>
#include <string>
#include <string_view>

namespace trialdex::search {
class LiveIndex;
}
namespace trialdex::related {
class LiveFinder;
}

namespace trialdex::web {

inline constexpr std::string_view kOfficialRegistry = "https://clinicaltrials.gov/";

struct PageContext {
    const api::Request& request;
    const store::Reader& store;
    const store::Summary& summary;
    store::Milliseconds now;
    SideTasks& side;
    const search::LiveIndex* index = nullptr; // null: the program serves without search
    const related::LiveFinder* related = nullptr;
};

// What the page shell around a page's own content says about it.
struct PageHead {
    std::string title;           // without the site's name
    std::string description;     // one sentence for search engines and previews
    std::string canonical;       // path of the page's one address; empty for pages that have none (errors)
    std::string official_record; // the same on ClinicalTrials.gov; empty: the registry's home
    std::string data_date;       // version holder of the record shown; empty: the newest of the registry
    bool is_listed = true;       // search engines may list the page
    std::span<const std::string_view> scripts = {}; // of assets/js, which the page also works without
    Literal main_class = "page";                    // "page researcher": names of fields are shown
    bool is_opened = false;                         // for print: what opens on a click stands open
};

// The whole page around `main`, which holds what stands inside <main>.
api::Response page_response(const PageContext& context, const PageHead& head, const Html& main, int status = 200);

// A redirect that keeps the query string: `path` is one of our own paths, already percent-encoded.
api::Response redirect(const api::Request& request, const std::string& path, int status = 301);

} // namespace trialdex::web
