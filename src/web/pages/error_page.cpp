#include "web/pages/error_page.h"

namespace trialdex::web {

api::Response error_page(const PageContext& context, const Problem& problem) {
    Html main;
    main.element("h1", problem.title).element("p", problem.what);
    for (const auto& [label, href] : problem.ways_on) main.open("p").link(href, label).close("p");
    return page_response(context, {problem.title, problem.what, {}, {}, {}}, std::move(main), problem.status);
}

} // namespace trialdex::web
