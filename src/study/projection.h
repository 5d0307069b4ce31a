// `fields=`: a record cut down to chosen nodes. What is chosen is copied as it stands in the record; the rest falls
// away and the shape stays: ancestors keep their place (as {} when nothing below them was chosen), lists keep one
// element for each of theirs.
#pragma once

#include "schema/schema.h"
#include "study/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::study {

// Nodes of the schema. A structure brings everything below it, what the schema does not know included.
class NodeSet {
public:
    NodeSet();
    void add(const schema::Node& node);

    bool is_whole(const schema::Node& node) const { return marks_[node.id] == Mark::Whole; }
    bool is_part(const schema::Node& node) const {
        return marks_[node.id] == Mark::Part;
    } // something below it is chosen

private:
    enum class Mark : std::uint8_t { None, Part, Whole };
    std::vector<Mark> marks_; // by node id
};

// The JSON text of what `chosen` leaves of the record under `root`.
std::string project(Value root, const NodeSet& chosen);

// The same over the text of a record that is known to be valid JSON without white space, as the store gives it: a walk
// that steps over what was not chosen, several times as quick as building the tree. nullopt when the text is anything
// else or writes a name with escapes; the tree can tell more.
std::optional<std::string> project_text(std::string_view json, const NodeSet& chosen);

} // namespace trialdex::study
