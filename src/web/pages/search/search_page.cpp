#include "web/pages/search/search_page.h"

#include "web/components/node_link.h"
#include "web/components/value.h"
#include "web/pages/compare/choose.h"
#include "web/pages/error_page.h"
#include "web/pages/search/facet_column.h"
#include "web/pages/search/form.h"
#include "web/pages/search/hit_list.h"
#include "web/pages/search/import_page.h"
#include "web/pages/search/limits.h"
#include "web/pages/search/no_hits.h"
#include "web/pages/search/no_index.h"
#include "web/pages/search/notices.h"
#include "web/pages/search/result_pager.h"
#include "web/pages/search/widening.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

constexpr std::array<std::string_view, 1> kScripts = {"js/suggest.js"};

// A whole input that is the number of a study here, or of one that it stands for now.
std::optional<store::NctId> known_study(const PageContext& context, const SearchAddress& address) {
    const auto id = store::NctId::parse_lenient(address.get("q"));
    if (!id || address.parameters().size() != 1) return std::nullopt;
    if (context.store.get(*id)) return id;
    const auto alias = context.store.find_alias(*id);
    return alias ? *alias : std::nullopt;
}

api::Response led_to(std::string location) {
    api::Response response;
    response.status = 303;
    response.location = std::move(location);
    response.body = "See " + response.location + "\n";
    return response;
}

std::string title_of(const SearchAddress& address) {
    for (const SearchBox& box : search_boxes()) {
        if (const std::string_view text = address.get(box.name); !text.empty() && text.size() < 80) {
            return "“" + std::string(text) + "” · Search";
        }
    }
    return "Search studies";
}

api::Response shown(const PageContext& context, const SearchAddress& address, const Html& main, int status = 200) {
    return page_response(context,
                         {.title = title_of(address),
                          .description = "Search the records of ClinicalTrials.gov on this machine.",
                          .canonical = address.href(),
                          .official_record = {},
                          .data_date = {},
                          .is_listed = address.parameters().empty(),
                          .scripts = kScripts},
                         main, status);
}

void heading(Html& main, const SearchAddress& address) {
    main.open("header", {{"class", "search-header"}}).element("h1", "Search studies").close("header");
    search_form(main, address);
}

struct FoundPage {
    search::Answer answer;
    PageAsked page;
};

bool can_be_narrowed(const SearchAddress& address) { return address.href().size() <= kLongestLinked; }

// The page asked, or the last one when there are fewer.
Result<FoundPage> answer_of(const Question& question, const search::Searcher& searcher) {
    search::Query query = query_of(question);
    sort_by(query, order_of(question));
    PageAsked page = page_of(question.address);
    if (can_be_narrowed(question.address)) query.facets = facets_to_count();
    query.facet_values = values_to_count(question.address);
    query.limit = page.size;
    query.offset = page.offset();
    auto answer = searcher.search(query);
    if (!answer) return tl::unexpected(answer.error());
    if (answer->hits.empty() && answer->total > 0) {
        page.page = page_count(answer->total, page.size);
        query.offset = page.offset();
        answer = searcher.search(query);
        if (!answer) return tl::unexpected(answer.error());
    }
    return FoundPage{std::move(*answer), page};
}

void ways_on(Html& html, const SearchAddress& address) {
    html.open("p", {{"class", "result-ways"}});
    html.open("a", {{"href", address.without(kPageParameter).without(kMoreParameter).href("/search/report")},
                    {"rel", "nofollow"}})
        .text("Search report")
        .close("a");
    html.text(" ").link("/search/import", "Bring a search from ClinicalTrials.gov").close("p");
}

void result_head(Html& html, const Question& question, const FoundPage& result) {
    const auto& [answer, page] = result;
    html.open("div", {{"class", "result-head"}}).open("h2", {{"id", "result"}}).text(total_in_words(answer.total));
    if (question.address.is_empty()) html.text(answer.total == 0 ? "" : " in this registry");
    html.close("h2");
    if (page_count(answer.total, page.size) > 1) {
        html.element("p",
                     grouped(page.offset() + 1) + " to " + grouped(page.offset() + answer.hits.size()) + ", " +
                         std::string(order_of(question).words),
                     {{"class", "note"}});
    }
    if (answer.total > 1) order_form(html, question);
    html.close("div");
}

Result<void> result_list(Html& html, const PageContext& context, const Question& question, const FoundPage& result,
                         const search::Searcher& searcher) {
    const auto& [answer, page] = result;
    result_head(html, question, result);
    if (answer.total > 0) synonyms_used(html, question, answer.synonyms);
    if (answer.total < kFewHits) spelling_help(html, question, searcher);
    if (answer.total == 0) {
        if (auto reasons = no_hits(html, question, searcher); !reasons) return reasons;
    } else {
        const search::Query query = query_of(question);
        WordsSought words(query.clauses, answer.synonyms);
        if (auto listed = hit_list(html, answer.hits, words, context.store, page.offset() + 1); !listed) return listed;
        result_pager(html, question.address, page, answer.total);
    }
    if (answer.total < kFewHits && page.page == 1) {
        if (auto wider = wider_lists(html, question, answer, searcher, context.store); !wider) return wider;
    }
    compare_form(html);
    return {};
}

Result<Html> results(const PageContext& context, const Question& question, const search::Searcher& searcher) {
    auto result = answer_of(question, searcher);
    if (!result) return tl::unexpected(result.error());
    Html html;
    reading_notices(html, question);
    chosen_chips(html, question);
    if (!can_be_narrowed(question.address)) {
        html.element("p", "This search is too long to be narrowed by choices; its fields narrow it as well.",
                     {{"class", "note"}});
    }
    html.open("div", {{"class", "search-columns"}});
    facet_column(html, question.address, result->answer.facets);
    html.open("section", {{"class", "results"}, {"aria-labelledby", "result"}});
    if (auto listed = result_list(html, context, question, *result, searcher); !listed) {
        return tl::unexpected(listed.error());
    }
    ways_on(html, question.address);
    html.close("section").close("div");
    return html;
}

int status_of(const Error& error) {
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::TooLarge ? 400 : 500;
}

api::Response failed(const PageContext& context, const SearchAddress& address, const Error& error) {
    Html main;
    heading(main, address);
    main.open("section", {{"class", "notice notice-violation"}}).element("h2", "This search could not be answered");
    main.element("p", error.message).close("section");
    return shown(context, address, main, status_of(error));
}

} // namespace

api::Response search_page(const PageContext& context) {
    const SearchAddress address = SearchAddress::of(context.request);
    if (const auto study = known_study(context, address)) return led_to(StudyAddress(*study).study());
    if (is_registry_search(address.get("q"))) return led_to("/search/import?url=" + encode_query(address.get("q")));
    if (address.parameters() != context.request.query) return led_to(address.href());
    const auto searcher = current_searcher(context);
    Html main;
    heading(main, address);
    if (!searcher) {
        no_index_notice(main);
        return shown(context, address, main);
    }
    const auto found = results(context, read_question(address), *searcher);
    if (!found) return failed(context, address, found.error());
    main.append(*found);
    return shown(context, address, main);
}

} // namespace trialdex::web
