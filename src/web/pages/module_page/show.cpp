#include "web/pages/module_page/show.h"

#include "web/components/contents.h"
#include "web/pages/error_page.h"
#include "web/pages/module_page/children.h"
#include "web/pages/module_page/fields.h"
#include "web/pages/module_page/header.h"
#include "web/pages/module_page/lists.h"
#include "web/pages/module_page/origin.h"
#include "web/pages/module_page/pager.h"
#include "web/pages/module_page/raw_json.h"
#include "web/path/node_words.h"

namespace trialdex::web::nodes {

namespace {

void list_page(Html& html, const ModuleView& view, std::vector<PageHeading>& headings) {
    const NodeRef list = view.self();
    const PageSlice slice = page_slice(view.request.page.request, list.value.size(), elements_per_page(list.node));
    headings.push_back({"elements", "In this list"});
    section_heading(html, "elements", counted("In this list", list.value.size()));
    if (slice.total == 0) html.element("p", "This list is empty in the record.", {{"class", "absent"}});
    pager(html, view.request.page.request, slice, "Pages of this list, above it");
    if (slice.total > 0) element_list(html, view, list, slice.begin, slice.end);
    pager(html, view.request.page.request, slice, "Pages of this list, below it");
}

void object_page(Html& html, const ModuleView& view, std::vector<PageHeading>& headings) {
    const NodeRef self = view.self();
    if (self.node && self.node->kind == schema::NodeKind::Section) {
        module_list(html, view, self, headings);
        absent_members(html, self);
        return;
    }
    Html facts;
    const bool has_fields = node_fields(facts, view, self);
    const bool has_parts = single_structures(facts, view, self);
    if (has_fields || has_parts) {
        headings.push_back({"fields", "What it says"});
        section_heading(html, "fields", "What it says");
        html.open("dl", {{"class", "fields"}}).append(facts).close("dl");
    }
    if (self.value.size() == 0) html.element("p", "This part is empty in the record.", {{"class", "absent"}});
    child_lists(html, view, self, headings);
    absent_members(html, self);
}

api::Response failure(const StudyRequest& request, const Error& error) {
    return error_page(request.page, {.status = 500,
                                     .title = "This part of the record cannot be shown",
                                     .what = error.message,
                                     .ways_on = {{"The study", request.address.study()}}});
}

PageHead page_head(const ModuleView& view) {
    const StudyRequest& request = view.request;
    const std::string name = page_name(view);
    return {.title = shortened(name, 80) + " · " + request.stored.id.text(),
            .description = view.step().node ? std::string(view.step().node->explanation) : name,
            .canonical = StudyAddress(request.stored.id).node(view.place.path), // one address for all versions
            .official_record = official_record_url(request.stored.id),
            .data_date = request.stored.version.version_holder};
}

} // namespace

api::Response show(const ModuleView& view) {
    const auto origin = find_origin(view);
    if (!origin) return failure(view.request, origin.error());
    Html body;
    std::vector<PageHeading> headings;
    if (view.step().value.is_array()) {
        list_page(body, view, headings);
    } else {
        object_page(body, view, headings);
    }
    origin_section(body, view, *origin);
    raw_json(body, view);
    if (const auto ways = ways_on(body, view); !ways) return failure(view.request, ways.error());
    headings.insert(headings.end(), {{"origin", "Where this comes from"}, {"json", "As data"}, {"on", "From here"}});

    Html main;
    module_header(main, view);
    version_notice(main, view, *origin);
    std::vector<ContentsEntry> entries;
    entries.reserve(headings.size());
    for (const PageHeading& heading : headings) entries.push_back({heading.anchor, heading.label});
    main.open("div", {{"class", "columns"}});
    contents_list(main, entries);
    main.open("div", {{"class", "article node-page"}}).append(body).close("div").close("div");
    return page_response(view.request.page, page_head(view), main);
}

} // namespace trialdex::web::nodes
