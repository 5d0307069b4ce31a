// The inside of a Document, shared by its accessors (json.cpp) and its builder (json_builder.cpp).
#pragma once

#include "study/json.h"

namespace trialdex::study {

// A slice of the record's text, or of the unescaped texts beside it.
struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t length : 31 = 0;
    std::uint32_t unescaped : 1 = 0;
};

struct JsonNode {
    Slice raw;              // the value as written
    Slice text;             // scalars: what it says
    Slice key;              // members: their name
    std::uint32_t next = 0; // the node after this value and everything in it
    std::uint32_t children = 0;
    JsonKind kind = JsonKind::Absent;
};

struct Document::Tree {
    std::string text;
    std::string unescaped; // texts that have escapes, one after the other
    std::vector<JsonNode> nodes;

    std::string_view view(Slice slice) const {
        return std::string_view(slice.unescaped != 0 ? unescaped : text).substr(slice.begin, slice.length);
    }
};

// Fills nodes and unescaped from text; `text` may get padding reserved behind its end but keeps its bytes.
Result<void> build_json_tree(Document::Tree& tree);

} // namespace trialdex::study
