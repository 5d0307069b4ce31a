// GET /studies/{nctId}: one record, whole or cut down to `fields`.
#include "api/answers.h"
#include "api/fields_parameter.h"
#include "api/operations.h"
#include "api/parameters.h"
#include "study/legacy_markup.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

constexpr std::array<Parameter, 3> kParameters = {{{"format"}, {"markupFormat"}, {"fields", true}}};
// The first is the default.
constexpr std::array<std::string_view, 5> kFormats = {"json", "csv", "json.zip", "fhir.json", "ris"};
constexpr std::array<std::string_view, 2> kMarkupFormats = {"markdown", "legacy"};

struct Wish {
    std::optional<study::NodeSet> fields; // nullopt: all
    bool legacy_markup = false;
};

Result<Wish> wish_of(const Request& request) {
    if (auto checked = check_parameters(request, kParameters); !checked) return tl::unexpected(checked.error());
    const auto format = choice(request, "format", kFormats);
    if (!format) return tl::unexpected(format.error());
    if (*format != kFormats.front()) {
        return fail(ErrorCode::InvalidInput, fmt::format("Format `{}` is not built yet in this server, only `{}` is",
                                                         *format, kFormats.front()));
    }
    const auto markup = choice(request, "markupFormat", kMarkupFormats);
    if (!markup) return tl::unexpected(markup.error());
    auto fields = fields_of(request);
    if (!fields) return tl::unexpected(fields.error());
    return Wish{std::move(*fields), *markup == "legacy"};
}

// To the study that lists `id` among its obsolete numbers; 404 when none does.
Response redirect_of_alias(const Request& request, const Context& context, study::NctId id) {
    const auto study = context.store.find_alias(id);
    if (!study) return store_failure(study.error());
    if (!*study) return error_answer(404, fmt::format("NCT number {} not found", id.text()));
    Response response = error_answer(301, fmt::format("{} is now part of {}", id.text(), (*study)->text()));
    response.location = fmt::format("{}/studies/{}", kRoot, (*study)->text());
    // What was asked for is still what is wanted there.
    const std::size_t query = request.raw_target.find('?');
    if (query != std::string::npos) response.location += request.raw_target.substr(query);
    return response;
}

Result<std::string> cut(std::string json, const Wish& wish) {
    if (!wish.fields && !wish.legacy_markup) return json;
    auto document = study::Document::parse(std::move(json));
    if (!document) return tl::unexpected(document.error());
    if (!wish.legacy_markup) return study::project(document->root(), *wish.fields);
    std::string legacy = study::with_legacy_markup(document->root());
    return cut(std::move(legacy), Wish{wish.fields, false});
}

} // namespace

Response get_study(const Request& request, const Context& context, std::string_view id) {
    const auto number = study::NctId::parse_lenient(id);
    if (!number) return error_answer(400, "Parameter `nctId` has incorrect format");
    const auto wish = wish_of(request);
    if (!wish) return error_answer(400, wish.error().message);
    auto record = context.store.get(*number);
    if (!record && record.error().code == ErrorCode::NotFound) return redirect_of_alias(request, context, *number);
    if (!record) return store_failure(record.error());
    auto body = cut(std::move(record->json), *wish);
    if (!body) return store_failure(body.error());
    return json_answer(std::move(*body));
}

} // namespace trialdex::api
