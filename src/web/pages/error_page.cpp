#include "web/pages/error_page.h"

namespace trialdex::web {

namespace {

std::string_view kind_of(int status) {
    if (status == 404) return "Not found";
    if (status >= 500) return "Something failed here";
    return "Not understood";
}

void way_on(Html& html, std::string_view label, std::string_view href) {
    html.open("li");
    if (href.starts_with("/")) {
        html.link(href, label);
    } else {
        html.external_link(href, label);
    }
    html.close("li");
}

} // namespace

api::Response error_page(const PageContext& context, const Problem& problem) {
    Html main;
    main.open("div", {{"class", "problem"}});
    main.element("p", kind_of(problem.status), {{"class", "kicker"}});
    main.element("h1", problem.title).element("p", problem.what, {{"class", "lede"}});
    main.element("h2", "From here").open("ul", {{"class", "ways-on"}});
    for (const auto& [label, href] : problem.ways_on) way_on(main, label, href);
    main.open("li")
        .element("p", "Or search by words, or by a study’s number, with the box at the top of this page.")
        .close("li");
    main.close("ul").close("div");
    const PageHead head{
        .title = problem.title, .description = problem.what, .canonical = {}, .official_record = {}, .data_date = {}};
    return page_response(context, head, main, problem.status);
}

} // namespace trialdex::web
