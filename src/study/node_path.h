// Where is this node? A PATH such as "protocolSection/armsInterventionsModule/armGroups/1" (JSON names joined by '/', a
// list's elements from 0) against the schema and one record; each node that has a page has exactly one canonical path.
//
// Asking is forgiving: case, doubled and trailing slashes, leading zeros, and a piece or module name in front
// ("ArmGroup", "DescriptionModule") find the node, and `NodePlace::path` is the way it should have been written.
#pragma once

#include "schema/schema.h"
#include "study/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::study {

// One step on the way from the study to a node.
struct PathStep {
    std::string segment;              // as in the canonical path: a name, or an index
    const schema::Node* node;         // nullptr when the schema does not know it; an element has the node of its list
    Value value;                      // never absent
    std::optional<std::size_t> index; // set when the step picks an element of the list before it
};

struct NodePlace {
    enum class Outcome {
        Node,   // a node with a page of its own; the study itself when there are no steps
        Field,  // a field: it stands on the page of `steps`, and `field` is its JSON name
        Absent, // the schema knows `absent`, but this record does not hold it; `steps` lead as near as it gets
        Unknown // neither schema nor record know `rest`; `steps` lead as near as it gets
    };
    Outcome outcome = Outcome::Node;
    std::vector<PathStep> steps;
    std::string path;                     // canonical, of `steps`
    std::string field;                    // Field: which; may be a known field that the record lacks
    const schema::Node* absent = nullptr; // Absent: the nearest missing structure
    std::string rest;                     // Absent, Unknown: the first segment that led nowhere
};

NodePlace resolve_path(Value record, std::string_view path);

// Whether a value stands on a page of its own: structures do, fields stand on the page of their parent.
bool has_own_page(const schema::Node* node, Value value);

// The schema's node for a member of `parent`, or of the record itself when `parent` is nullptr and `at_top`.
const schema::Node* member_node(const schema::Node* parent, bool at_top, std::string_view name);

// A JSON name as a segment of a PATH. Letters, digits, '-', '_' and inner '.' stay; any other byte becomes '~' and two
// hex digits and the empty name '~', so that every name a record can hold survives addresses, redirects and browsers.
// At the top the words that pages beside PATH have taken ("related", "history", "results") are escaped as well.
std::string path_segment(std::string_view name, bool at_top);

// `path` with one more segment.
std::string child_path(std::string_view path, std::string_view name);
std::string element_path(std::string_view path, std::size_t index);

} // namespace trialdex::study
