// One node of a record on a page: what the schema says of it, what the record says in it, and where it stands.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "study/node_path.h"

#include <string>

namespace trialdex::web::nodes {

struct NodeRef {
    const schema::Node* node = nullptr; // nullptr: unknown to the schema
    study::Value value;
    std::string path; // canonical

    bool is_leaf() const { return !study::has_own_page(node, value); }

    NodeRef member(study::Value child) const {
        return {study::member_node(node, path.empty(), child.key()), child, study::child_path(path, child.key())};
    }
    NodeRef member(std::string_view name) const {
        return {study::member_node(node, path.empty(), name), value[name], study::child_path(path, name)};
    }
    NodeRef element(std::size_t index, study::Value child) const {
        return {node, child, study::element_path(path, index)};
    }
};

} // namespace trialdex::web::nodes
