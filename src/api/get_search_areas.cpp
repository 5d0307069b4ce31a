// GET /studies/search-areas: which pieces a search looks at, and how much each weighs.
#include "api/answers.h"
#include "api/operations.h"
#include "api/parameters.h"
#include "api/spread_json.h"
#include "base/json_writer.h"
#include "schema/schema.h"

namespace trialdex::api {

namespace {

void write_part(JsonWriter& out, const schema::SearchAreaPart& part) {
    out.begin_object().key("pieces").begin_array();
    for (const std::string_view piece : part.pieces) out.string(piece);
    out.end_array().member("type", part.type).member("isEnum", part.is_enum).member("isSynonyms", part.synonyms);
    out.key("weight").number(part.weight).end_object();
}

std::string make_json() {
    JsonWriter out;
    out.begin_array().begin_object().member("name", "Study").key("areas").begin_array();
    for (const schema::SearchArea& area : schema::search_areas()) {
        out.begin_object().member("name", area.name);
        if (!area.label.empty()) out.member("uiLabel", area.label);
        if (!area.param.empty()) out.member("param", area.param);
        out.key("parts").begin_array();
        for (const schema::SearchAreaPart& part : area.parts) write_part(out, part);
        out.end_array().end_object();
    }
    out.end_array().end_object().end_array();
    return spread_json(out.text());
}

} // namespace

Response get_search_areas(const Request& request, const Context&) {
    if (const auto checked = check_parameters(request, {}); !checked) return error_answer(400, checked.error().message);
    static const std::string json = make_json();
    return json_answer(json);
}

} // namespace trialdex::api
