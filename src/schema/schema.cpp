// Lookups over the generated tables. Sorted views are built once, at the first question; 454 nodes cost a few
// microseconds.
#include "schema/schema.h"

#include <algorithm>
#include <vector>

namespace trialdex::schema {

namespace {

using Named = std::pair<std::string_view, const Node*>;

std::vector<Named> sorted_by(std::string_view Node::* name) {
    std::vector<Named> result;
    for (const Node& node : nodes()) result.emplace_back(node.*name, &node);
    std::sort(result.begin(), result.end());
    return result;
}

const Node* find_in(const std::vector<Named>& index, std::string_view name) {
    const auto at = std::lower_bound(index.begin(), index.end(), name,
                                     [](const Named& entry, std::string_view wanted) { return entry.first < wanted; });
    return at != index.end() && at->first == name ? at->second : nullptr;
}

} // namespace

const EnumValue* EnumType::find(std::string_view value) const {
    for (const EnumValue& candidate : values) {
        if (candidate.value == value) return &candidate;
    }
    return nullptr;
}

const Node* find_path(std::string_view path) {
    static const std::vector<Named> index = sorted_by(&Node::path);
    return find_in(index, path);
}

const Node* find_piece(std::string_view piece) {
    static const std::vector<Named> index = sorted_by(&Node::piece);
    return find_in(index, piece);
}

const Node* find_child(const Node& parent, std::string_view name) {
    for (const Node& child : children(parent)) {
        if (child.name == name) return &child;
    }
    return nullptr;
}

const Node* find_root(std::string_view name) {
    for (const Node& root : roots()) {
        if (root.name == name) return &root;
    }
    return nullptr;
}

const EnumType* find_enum(std::string_view name) {
    for (const EnumType& type : enum_types()) {
        if (type.name == name) return &type;
    }
    return nullptr;
}

Children roots() { return Children(0); }

} // namespace trialdex::schema
