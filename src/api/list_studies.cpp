// GET /studies: the studies that match queries and filters, a page at a time. One study a line and the token last,
// since clients read the token off the end of the body.
#include "api/answers.h"
#include "api/fields_parameter.h"
#include "api/operations.h"
#include "api/page_parameters.h"
#include "api/parameters.h"
#include "api/record_form.h"
#include "api/sort_parameter.h"
#include "api/study_query.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

constexpr std::array<Parameter, 18> kOwnParameters = {{{"format"},
                                                       {"markupFormat"},
                                                       {"query.term"},
                                                       {"query.cond"},
                                                       {"query.intr"},
                                                       {"query.titles"},
                                                       {"query.outc"},
                                                       {"query.spons"},
                                                       {"query.lead"},
                                                       {"query.id"},
                                                       {"query.locn"},
                                                       {"query.patient"},
                                                       {"geoDecay"},
                                                       {"fields", true},
                                                       {"sort", true},
                                                       {"countTotal"},
                                                       {"pageSize"},
                                                       {"pageToken"}}};
constexpr auto kParameters = joined(kOwnParameters, kFilterParameters);
constexpr std::array<std::string_view, 2> kFormats = {"json", "csv"};
constexpr std::array<std::string_view, 2> kBooleans = {"false", "true"};

struct Wish {
    search::Query query;
    RecordForm form;
    bool with_total = false;
};

Result<Wish> wish_of(const Request& request, const store::Reader& store) {
    if (auto checked = check_parameters(request, kParameters); !checked) return tl::unexpected(checked.error());
    if (auto format = json_only(request, kFormats); !format) return tl::unexpected(format.error());
    const auto legacy = wants_legacy_markup(request);
    if (!legacy) return tl::unexpected(legacy.error());
    const auto count = choice(request, "countTotal", kBooleans);
    if (!count) return tl::unexpected(count.error());
    const auto page = page_of(request);
    if (!page) return tl::unexpected(page.error());
    auto sort = sort_of(request);
    if (!sort) return tl::unexpected(sort.error());
    auto query = study_query(request, store);
    if (!query) return tl::unexpected(query.error());
    query->sort = std::move(*sort);
    query->offset = page->offset;
    query->limit = page->size;
    auto fields = fields_of(request, &query->clauses);
    if (!fields) return tl::unexpected(fields.error());
    query->total = *count == "true" && !page->has_token;
    const bool with_total = query->total;
    return Wish{std::move(*query), {std::move(*fields), *legacy}, with_total};
}

Response no_index() {
    Response response = error_answer(503, "This server has no search index yet: run `trialdex index` for its registry");
    response.headers.emplace_back("Retry-After", "60");
    return response;
}

Response search_failure(const Error& error) {
    const bool is_of_the_query = error.code == ErrorCode::InvalidInput || error.code == ErrorCode::TooLarge;
    if (is_of_the_query) return error_answer(400, error.message);
    Response response = error_answer(500, "The search index could not be read");
    response.note = error.message;
    return response;
}

// The records of the hits, a line each. The index may name a study that the store has lost since; it is passed over.
Result<std::string> lines_of(const std::vector<search::Hit>& hits, const RecordForm& form, const store::Reader& store) {
    std::string lines;
    for (const search::Hit& hit : hits) {
        auto record = store.get(hit.id);
        if (!record && record.error().code == ErrorCode::NotFound) continue;
        if (!record) return tl::unexpected(record.error());
        const auto text = in_form(std::move(record->json), form);
        if (!text) return tl::unexpected(text.error());
        if (!lines.empty()) lines += ",\n";
        lines += *text;
    }
    return lines;
}

} // namespace

Response list_studies(const Request& request, const Context& context) {
    const auto wish = wish_of(request, context.store);
    if (!wish) {
        const Error& error = wish.error();
        return error.code == ErrorCode::InvalidInput ? error_answer(400, error.message) : store_failure(error);
    }
    if (context.searcher == nullptr) return no_index();
    const auto answer = context.searcher->search(wish->query);
    if (!answer) return search_failure(answer.error());
    const auto lines = lines_of(answer->hits, wish->form, context.store);
    if (!lines) return store_failure(lines.error());
    std::string body = "{";
    if (wish->with_total) body += fmt::format("\"totalCount\":{},", answer->total);
    body.append("\"studies\":[\n").append(*lines).append("\n]");
    // Without looking ahead: a result that ends with a full page is followed by an empty one.
    if (answer->hits.size() == wish->query.limit) {
        body += fmt::format(",\"nextPageToken\":\"{}\"", page_token(wish->query.offset + wish->query.limit));
    }
    body += '}';
    return json_answer(std::move(body));
}

} // namespace trialdex::api
