// GET /studies/{nctId}/related and POST /studies/related: which trials are like this one, or like a draft, and why.
#include "api/answers.h"
#include "api/operations.h"
#include "api/page_parameters.h"
#include "api/parameters.h"
#include "api/study_query.h"
#include "related/answer_json.h"
#include "related/emphasis.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

constexpr auto kParameters =
    joined(std::array<Parameter, 3>{{{"pageSize"}, {"pageToken"}, {"weights"}}}, kFilterParameters);
constexpr std::uint32_t kMostOnPage = 100; // each is compared record by record

struct Wish {
    related::Question question;
    Page page;
};

Result<Wish> wish_of(const Request& request, const store::Reader& store) {
    if (auto checked = check_parameters(request, kParameters); !checked) return tl::unexpected(checked.error());
    const auto page = page_of(request);
    if (!page) return tl::unexpected(page.error());
    const std::string* weights = request.parameter("weights");
    const auto emphasis = related::parse_emphasis(weights != nullptr ? *weights : std::string());
    if (!emphasis)
        return fail(ErrorCode::InvalidInput, "Invalid value in parameter `weights`: " + emphasis.error().message);
    auto filters = study_query(request, store);
    if (!filters) return tl::unexpected(filters.error());
    Wish wish;
    wish.page = *page;
    wish.page.size = std::min(page->size, kMostOnPage);
    wish.question.emphasis = *emphasis;
    wish.question.clauses = std::move(filters->clauses);
    wish.question.choices = std::move(filters->choices);
    wish.question.offset = page->offset;
    wish.question.limit = wish.page.size;
    return wish;
}

Response no_finder() {
    Response response = error_answer(503, "This server has no search index yet: run `trialdex index` for its registry");
    response.headers.emplace_back("Retry-After", "60");
    return response;
}

Response found(const Context& context, const Wish& wish) {
    const auto answer = context.finder->find(wish.question);
    if (!answer) {
        const Error& error = answer.error();
        if (error.code == ErrorCode::NotFound)
            return error_answer(404, fmt::format("NCT number {} not found", wish.question.id->text()));
        if (error.code == ErrorCode::InvalidInput || error.code == ErrorCode::TooLarge)
            return error_answer(400, error.message);
        return store_failure(error);
    }
    const bool full = answer->related.size() == wish.page.size && wish.page.offset + wish.page.size < answer->total;
    const std::string next = full ? page_token(wish.page.offset + wish.page.size) : std::string();
    return json_answer(related::answer_json(*answer, wish.question.id, next));
}

} // namespace

Response get_related(const Request& request, const Context& context, std::string_view id) {
    const auto number = study::NctId::parse_lenient(id);
    if (!number) return error_answer(400, "Parameter `nctId` has incorrect format");
    auto wish = wish_of(request, context.store);
    if (!wish) return error_answer(400, wish.error().message);
    if (context.finder == nullptr) return no_finder();
    wish->question.id = *number;
    return found(context, *wish);
}

Response post_related(const Request& request, const Context& context) {
    if (request.method != "POST")
        return error_answer(
            400, "POST a study record as JSON here; GET /studies/{nctId}/related is for a study that is held");
    auto wish = wish_of(request, context.store);
    if (!wish) return error_answer(400, wish.error().message);
    if (context.finder == nullptr) return no_finder();
    wish->question.draft = request.body;
    Response response = found(context, *wish);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

} // namespace trialdex::api
