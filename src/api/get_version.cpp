// GET /version: which API this is, and of which day the data.
#include "api/answers.h"
#include "api/operations.h"
#include "api/parameters.h"
#include "base/json_writer.h"

namespace trialdex::api {

namespace {

constexpr std::string_view kApiVersion = "2.0.5";

} // namespace

Response get_version(const Request& request, const Context& context) {
    if (const auto checked = check_parameters(request, {}); !checked) return error_answer(400, checked.error().message);
    JsonWriter out;
    out.begin_object().member("apiVersion", kApiVersion);
    if (!context.load.timestamp.empty()) out.member("dataTimestamp", context.load.timestamp);
    out.end_object();
    return json_answer(out.take());
}

} // namespace trialdex::api
