#include "study/projection.h"

#include "base/json_writer.h"

namespace trialdex::study {

namespace {

class Projector {
public:
    explicit Projector(const NodeSet& chosen) : chosen_(chosen) {}

    void write_members(Value object, const schema::Node* parent) {
        out_.begin_object();
        for (const Value member : object) {
            const schema::Node* node =
                parent == nullptr ? schema::find_root(member.key()) : schema::find_child(*parent, member.key());
            if (node == nullptr) continue;
            if (chosen_.is_whole(*node)) {
                out_.key(member.key()).raw(member.raw());
            } else if (chosen_.is_part(*node) && (member.is_object() || member.is_array())) {
                out_.key(member.key());
                write_structure(member, *node);
            }
        }
        out_.end_object();
    }

    std::string take() { return out_.take(); }

private:
    // `value` is an object, or a list of them; in a list, anything else keeps its place as an empty object.
    void write_structure(Value value, const schema::Node& node) {
        if (!value.is_array()) return write_members(value, &node);
        out_.begin_array();
        for (const Value element : value) write_members(element.is_object() ? element : Value(), &node);
        out_.end_array();
    }

    const NodeSet& chosen_;
    JsonWriter out_;
};

} // namespace

NodeSet::NodeSet() : marks_(schema::nodes().size(), Mark::None) {}

void NodeSet::add(const schema::Node& node) {
    marks_[node.id] = Mark::Whole;
    for (const schema::Node* up = schema::parent_of(node); up != nullptr; up = schema::parent_of(*up)) {
        if (marks_[up->id] == Mark::None) marks_[up->id] = Mark::Part;
    }
}

std::string project(Value root, const NodeSet& chosen) {
    Projector projector(chosen);
    projector.write_members(root, nullptr);
    return projector.take();
}

} // namespace trialdex::study
