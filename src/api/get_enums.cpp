// GET /studies/enums: every code that a record may hold, with the classic registry's wording.
#include "api/answers.h"
#include "api/operations.h"
#include "api/parameters.h"
#include "api/spread_json.h"
#include "base/json_writer.h"
#include "schema/schema.h"

namespace trialdex::api {

namespace {

void write_value(JsonWriter& out, const schema::EnumValue& value) {
    out.begin_object().member("value", value.value).member("legacyValue", value.legacy);
    if (!value.exceptions.empty()) {
        out.key("exceptions").begin_object();
        for (const auto& [piece, legacy] : value.exceptions) out.member(piece, legacy);
        out.end_object();
    }
    out.end_object();
}

std::string make_json() {
    JsonWriter out;
    out.begin_array();
    for (const schema::EnumType& type : schema::enum_types()) {
        out.begin_object().member("type", type.name).key("values").begin_array();
        for (const schema::EnumValue& value : type.values) write_value(out, value);
        out.end_array().key("pieces").begin_array();
        for (const std::string_view piece : type.pieces) out.string(piece);
        out.end_array().end_object();
    }
    out.end_array();
    return spread_json(out.text());
}

} // namespace

Response get_enums(const Request& request, const Context&) {
    if (const auto checked = check_parameters(request, {}); !checked) return error_answer(400, checked.error().message);
    static const std::string json = make_json();
    return json_answer(json);
}

} // namespace trialdex::api
