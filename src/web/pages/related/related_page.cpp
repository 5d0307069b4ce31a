#include "web/pages/related/related_page.h"

#include "web/components/breadcrumb.h"
#include "web/components/value.h"
#include "web/pages/compare/choose.h"
#include "web/pages/related/related_results.h"
#include "web/pages/related/steering_form.h"
#include "web/pages/study/head.h"
#include "web/pages/study/study_view.h"

#include <array>

namespace trialdex::web {

namespace {

std::string path_of(study::NctId id) { return "/study/" + id.text() + "/related"; }

void steering_column(Html& html, const StudyView& study, const Steering& steering) {
    html.open("aside", {{"class", "steering"}, {"aria-labelledby", "steer"}});
    html.element("h2", "Steer the list", {{"id", "steer"}});
    html.open("details");
    steering_summary(html, steering);
    html.open("form", {{"action", path_of(study.request.stored.id)}, {"method", "get"}});
    steering_fields(html, steering, study.request.page);
    html.open("p", {{"class", "steering-ways"}}).element("button", "Show", {{"type", "submit"}});
    if (!steering.is_usual()) html.text(" ").link(path_of(study.request.stored.id), "Back to the usual");
    html.close("p").close("form").close("details").close("aside");
}

void pager(Html& html, const Steering& steering, const std::string& path, std::uint64_t total) {
    const std::uint32_t pages = related_pages(total);
    if (pages == 1) return;
    html.open("nav", {{"class", "result-pager"}, {"aria-label", "Pages of related trials"}}).open("ol");
    const auto way = [&](std::uint32_t page, std::string_view label) {
        html.open("li").open("a", {{"href", steering.on_page(page).href(path)}, {"rel", "nofollow"}}).text(label);
        html.close("a").close("li");
    };
    if (steering.page > 1) way(steering.page - 1, "Closer ones");
    html.open("li").element("span", "Page " + std::to_string(steering.page)).close("li");
    if (steering.page < pages) way(steering.page + 1, "More distant ones");
    html.close("ol").close("nav");
}

Result<void> results(Html& html, const StudyView& study, const Steering& steering, const related::Finder& finder) {
    related::Question question = steering.question();
    question.id = study.request.stored.id;
    const auto answer = finder.find(question);
    if (!answer) {
        if (answer.error().code != ErrorCode::NotFound) return tl::unexpected(answer.error());
        html.element("p", no_list_reason(answer.error()));
        return {};
    }
    html.open("div", {{"class", "result-head"}}).element("h2", "Most alike first", {{"id", "result"}}).close("div");
    related_results(html, *answer, steering, false);
    pager(html, steering, path_of(study.request.stored.id), answer->total);
    compare_form(html, study.request.stored.id);
    return {};
}

void content(Html& main, const StudyView& study, const Steering& steering, int& status) {
    const auto finder = current_finder(study.request.page);
    if (!finder) {
        main.open("section", {{"class", "notice"}}).element("h2", "Not ready yet");
        no_finder_notice(main);
        main.close("section");
        return;
    }
    Html list;
    const auto found = results(list, study, steering, *finder);
    if (!found) {
        status = 500;
        list.element("p", no_list_reason(found.error()));
    }
    main.open("div", {{"class", "search-columns"}});
    steering_column(main, study, steering);
    main.open("section", {{"class", "results"}, {"aria-label", "Related trials"}}).append(list).close("section");
    main.close("div");
}

} // namespace

api::Response related_page(const StudyRequest& request) {
    const StudyView study(request);
    const std::string path = path_of(request.stored.id);
    const Steering steering = Steering::of(request.page.request.query);
    if (steering.fields() != request.page.request.query) {
        api::Response response;
        response.status = 303;
        response.location = steering.href(path);
        response.body = "See " + response.location + "\n";
        return response;
    }
    Html main;
    breadcrumb(main,
               std::array<Crumb, 3>{{{"Home", "/"},
                                     {"Study " + request.stored.id.text(), StudyAddress(request.stored.id).study()},
                                     {"Related trials", ""}}});
    main.element("h1", "Related trials");
    main.element("p",
                 "The studies of this registry that are most like this one, and why. Likeness is worked out by this "
                 "site from the records; it says nothing of how good a study is.",
                 {{"class", "lede"}});
    study_brief(main, study);
    int status = 200;
    content(main, study, steering, status);
    return page_response(request.page,
                         {.title = "Related trials · " + study_title(study) + " · " + request.stored.id.text(),
                          .description = "Studies like " + request.stored.id.text() + ", each with its reasons.",
                          .canonical = path,
                          .official_record = official_record_url(request.stored.id),
                          .data_date = request.stored.version.version_holder,
                          .is_listed = steering.is_usual() && steering.page == 1},
                         main, status);
}

} // namespace trialdex::web
