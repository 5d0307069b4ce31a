// `fields=`: a record cut down to chosen nodes. What is chosen is copied as it stands in the record; the rest falls
// away and the shape stays: ancestors keep their place (as {} when nothing below them was chosen), lists keep one
// element for each of theirs.
#pragma once

#include "schema/schema.h"
#include "study/json.h"

#include <cstdint>
#include <string>
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

} // namespace trialdex::study
