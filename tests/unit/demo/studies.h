// The first invented studies, parsed once for all tests, and ways to walk them.
#pragma once

#include "demo/demo.h"
#include "schema/schema.h"
#include "study/json.h"

#include <fmt/format.h>
#include <functional>
#include <vector>

namespace trialdex::demo {

inline const std::vector<study::Document>& first_studies() {
    static const std::vector<study::Document> studies = [] {
        std::vector<study::Document> parsed;
        for (std::uint64_t i = 0; i < kCoverage; ++i) {
            auto document = study::Document::parse(study_json(i));
            if (!document) throw std::runtime_error(fmt::format("study {}: {}", i, document.error().message));
            parsed.push_back(std::move(*document));
        }
        return parsed;
    }();
    return studies;
}

// Every value that stands at a node of the schema; elements of lists one by one.
using Visit = std::function<void(const schema::Node&, study::Value)>;

inline void walk(const schema::Node& node, study::Value value, const Visit& visit) {
    if (value.is_array()) {
        for (const study::Value element : value) walk(node, element, visit);
        return;
    }
    visit(node, value);
    if (node.is_leaf()) return;
    for (const study::Value member : value) {
        const schema::Node* child = schema::find_child(node, member.key());
        if (child != nullptr) walk(*child, member, visit);
    }
}

inline void walk(study::Value root, const Visit& visit) {
    for (const study::Value member : root) {
        const schema::Node* node = schema::find_root(member.key());
        if (node != nullptr) walk(*node, member, visit);
    }
}

inline std::string_view nct_id(study::Value root) {
    return root["protocolSection"]["identificationModule"]["nctId"].text();
}

} // namespace trialdex::demo
