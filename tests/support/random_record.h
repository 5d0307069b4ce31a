// Records with random members, true to the schema in structure and to nothing in content; for property tests.
#pragma once

#include "base/json_writer.h"
#include "schema/schema.h"

#include <random>
#include <string>

namespace trialdex::support {

class RandomRecord {
public:
    explicit RandomRecord(unsigned seed) : random_(seed) {}

    std::string text() {
        JsonWriter out;
        out.begin_object();
        for (const schema::Node& root : schema::roots()) member(out, root);
        maybe_stranger(out);
        out.end_object();
        return out.take();
    }

    unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

private:
    void member(JsonWriter& out, const schema::Node& node) {
        if (below(4) == 0) return;
        out.key(node.name);
        if (!node.list) return value(out, node);
        out.begin_array();
        for (unsigned left = below(4); left > 0; --left) value(out, node);
        out.end_array();
    }

    void value(JsonWriter& out, const schema::Node& node) {
        static constexpr const char* kScalars[] = {"\"caf\xC3\xA9 \\\"x\\\" \\u0041\"", "12.50", "true", "null", "\"\"",
                                                   "{ \"lat\":1 , \"lon\":-2.0}"};
        const bool odd = below(50) == 0; // a structure where a text should be, and the other way round
        if (node.is_leaf() != odd) {
            out.raw(kScalars[below(6)]);
            return;
        }
        out.begin_object();
        for (const schema::Node& child : schema::children(node)) member(out, child);
        maybe_stranger(out);
        out.end_object();
    }

    void maybe_stranger(JsonWriter& out) {
        if (below(10) == 0) out.key("str\"anger").raw("[{\"nctId\":1},2]");
    }

    std::mt19937 random_;
};

} // namespace trialdex::support
