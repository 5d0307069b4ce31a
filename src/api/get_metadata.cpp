// GET /studies/metadata: the tree of all nodes of a record, out of the schema tables; titles and descriptions are ours.
#include "api/answers.h"
#include "api/operations.h"
#include "api/parameters.h"
#include "api/spread_json.h"
#include "base/json_writer.h"
#include "schema/schema.h"

#include <array>

namespace trialdex::api {

namespace {

// They would add nodes that only indexes and old data have; the tables hold none of them.
constexpr std::array<Parameter, 2> kParameters = {{{"includeIndexedOnly"}, {"includeHistoricOnly"}}};
constexpr std::array<std::string_view, 2> kBooleans = {"false", "true"};

void write_flag(JsonWriter& out, std::string_view name, bool value) {
    if (value) out.member(name, true);
}

void write_links(JsonWriter& out, const schema::Node& node) {
    if (!node.alternatives.empty()) {
        out.key("altPieceNames").begin_array();
        for (const std::string_view name : node.alternatives) out.string(name);
        out.end_array();
    }
    if (!node.definition_url.empty()) {
        out.key("dedLink").begin_object();
        out.member("label", node.definition_label).member("url", node.definition_url).end_object();
    }
}

void write_nodes(JsonWriter& out, schema::Children nodes) {
    out.begin_array();
    for (const schema::Node& node : nodes) {
        out.begin_object();
        out.member("name", node.name).member("piece", node.piece).member("title", node.label);
        write_flag(out, "nested", node.nested);
        out.member("sourceType", node.source);
        if (node.limit > 0) out.member("maxChars", std::uint64_t{node.limit});
        out.member("type", std::string(node.type) + (node.list ? "[]" : ""));
        write_flag(out, "isEnum", node.enum_type != nullptr);
        write_flag(out, "synonyms", node.synonyms);
        out.member("description", node.explanation);
        write_links(out, node);
        if (!node.is_leaf()) {
            out.key("children");
            write_nodes(out, schema::children(node));
        }
        out.end_object();
    }
    out.end_array();
}

std::string make_json() {
    JsonWriter out;
    write_nodes(out, schema::roots());
    return spread_json(out.text());
}

} // namespace

const std::string& metadata_json() {
    static const std::string json = make_json();
    return json;
}

Response get_metadata(const Request& request, const Context&) {
    if (const auto checked = check_parameters(request, kParameters); !checked) {
        return error_answer(400, checked.error().message);
    }
    for (const Parameter& parameter : kParameters) {
        const auto value = choice(request, parameter.name, kBooleans);
        if (!value) return error_answer(400, value.error().message);
    }
    return json_answer(metadata_json());
}

} // namespace trialdex::api
