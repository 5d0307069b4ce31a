// A record that holds every node of the schema, each list with two elements: made from the tables, so that it grows
// with them.
#pragma once

#include "base/json_writer.h"
#include "schema/schema.h"

#include <string>

namespace trialdex::support {

namespace whole_record_detail {

inline void write_leaf(JsonWriter& json, const schema::Node& node) {
    using schema::ValueKind;
    switch (node.value) {
    case ValueKind::Boolean: json.boolean(true); break;
    case ValueKind::Integer:
    case ValueKind::Number: json.integer(7); break;
    case ValueKind::Date: json.string("2024-05-17"); break;
    case ValueKind::PartialDate: json.string("2024-05"); break;
    case ValueKind::DateTime: json.string("2024-05-17T14:05"); break;
    case ValueKind::Time: json.string("18 Years"); break;
    case ValueKind::Enum: json.string(node.enum_type->values[0].value); break;
    case ValueKind::GeoPoint: json.begin_object().key("lat").number(43.8).key("lon").number(-79.4).end_object(); break;
    default: json.string("text of " + std::string(node.piece));
    }
}

inline void write_node(JsonWriter& json, const schema::Node& node, std::string_view id);

inline void write_element(JsonWriter& json, const schema::Node& node, std::string_view id) {
    if (node.is_leaf()) {
        if (node.piece == "NCTId") {
            json.string(id);
        } else {
            write_leaf(json, node);
        }
        return;
    }
    json.begin_object();
    for (const schema::Node& child : schema::children(node)) {
        json.key(child.name);
        write_node(json, child, id);
    }
    json.end_object();
}

inline void write_node(JsonWriter& json, const schema::Node& node, std::string_view id) {
    if (!node.list) return write_element(json, node, id);
    json.begin_array();
    write_element(json, node, id);
    write_element(json, node, id);
    json.end_array();
}

} // namespace whole_record_detail

inline std::string whole_record(std::string_view id) {
    JsonWriter json;
    json.begin_object();
    for (const schema::Node& root : schema::roots()) {
        json.key(root.name);
        whole_record_detail::write_node(json, root, id);
    }
    json.end_object();
    return json.take();
}

} // namespace trialdex::support
