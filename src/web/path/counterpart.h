// The same node in another version of the record. Indices move when a list grows, so an element is known again by what
// identifies it in its list (id, label, title, ...), and by its place only when nothing does.
#pragma once

#include "study/node_path.h"

#include <span>
#include <string>
#include <string_view>

namespace trialdex::web::nodes {

struct Counterpart {
    study::Value value; // absent: that version has no such node
    std::string path;
};

Counterpart find_counterpart(std::span<const study::PathStep> steps, study::Value other_record);

// The member by which the last element among `steps` is known again ("label"); an absent value: by its place.
// nullopt: there is no list on the way.
std::optional<study::Value> identity_of(std::span<const study::PathStep> steps);

} // namespace trialdex::web::nodes
