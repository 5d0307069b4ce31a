// GET /studies/{nctId}: one record, whole or cut down to `fields`.
#include "api/answers.h"
#include "api/fields_parameter.h"
#include "api/operations.h"
#include "api/parameters.h"
#include "api/record_form.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

constexpr std::array<Parameter, 3> kParameters = {{{"format"}, {"markupFormat"}, {"fields", true}}};
// The first is the default.
constexpr std::array<std::string_view, 5> kFormats = {"json", "csv", "json.zip", "fhir.json", "ris"};

Result<RecordForm> form_of(const Request& request) {
    if (auto checked = check_parameters(request, kParameters); !checked) return tl::unexpected(checked.error());
    if (auto format = json_only(request, kFormats); !format) return tl::unexpected(format.error());
    const auto legacy = wants_legacy_markup(request);
    if (!legacy) return tl::unexpected(legacy.error());
    auto fields = fields_of(request);
    if (!fields) return tl::unexpected(fields.error());
    return RecordForm{std::move(*fields), *legacy};
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

} // namespace

Response get_study(const Request& request, const Context& context, std::string_view id) {
    const auto number = study::NctId::parse_lenient(id);
    if (!number) return error_answer(400, "Parameter `nctId` has incorrect format");
    const auto form = form_of(request);
    if (!form) return error_answer(400, form.error().message);
    auto record = context.store.get(*number);
    if (!record && record.error().code == ErrorCode::NotFound) return redirect_of_alias(request, context, *number);
    if (!record) return store_failure(record.error());
    auto body = in_form(std::move(record->json), *form);
    if (!body) return store_failure(body.error());
    return json_answer(std::move(*body));
}

} // namespace trialdex::api
