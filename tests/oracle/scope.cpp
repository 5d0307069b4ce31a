#include "oracle/scope.h"

#include <algorithm>

namespace trialdex::oracle {

namespace {

bool below_locations(const schema::Node& node) {
    for (const schema::Node* above = schema::parent_of(node); above != nullptr; above = schema::parent_of(*above)) {
        if (above->nested) return true;
    }
    return false;
}

Look look(const schema::Node& node, bool synonyms) { return {&node, synonyms, below_locations(node)}; }

} // namespace

const schema::SearchArea* area_named(std::string_view name) {
    for (const schema::SearchArea& area : schema::search_areas()) {
        if (area.name == name) return &area;
    }
    return nullptr;
}

std::vector<Look> looks(const Scope& scope) {
    std::vector<Look> all;
    if (scope.node != nullptr) {
        all.push_back(look(*scope.node, scope.node->synonyms));
    } else if (scope.area != nullptr) {
        for (const schema::SearchAreaPart& part : scope.area->parts) {
            for (const std::string_view piece : part.pieces)
                all.push_back(look(*schema::find_piece(piece), part.synonyms));
        }
    } else {
        for (const schema::Node& node : schema::nodes()) {
            if (node.is_leaf()) all.push_back(look(node, node.synonyms));
        }
    }
    return all;
}

std::vector<Look> looks_inside_location(const std::vector<Look>& all) {
    std::vector<Look> inside;
    std::copy_if(all.begin(), all.end(), std::back_inserter(inside),
                 [](const Look& look) { return look.below_locations; });
    return inside.empty() ? all : inside;
}

} // namespace trialdex::oracle
