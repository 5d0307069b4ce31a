// When a node was first seen and last changed in this registry, and in which versions of the record it stands.
// The store keeps these dates for modules; for what is below them they come from comparing the versions one by one.
#pragma once

#include "study/node_path.h"
#include "web/study_request.h"

#include <string>
#include <vector>

namespace trialdex::web::nodes {

// Reading a version costs about 40 µs; the longest history among 600,000 studies has over 1,000 versions.
inline constexpr std::size_t kMaxVersionsCompared = 64;

// What became of the node since the version before.
enum class NodeChange : std::uint8_t { Oldest, Same, New, Changed, Gone, Absent };

struct NodeVersion {
    store::VersionInfo info;
    std::string path; // of the node in that version; empty when it has no such node
    NodeChange change = NodeChange::Oldest;
};

struct NodeHistory {
    std::vector<NodeVersion> versions; // oldest first, the newest kMaxVersionsCompared of them
    bool complete = true;              // false: there are older versions that were not compared
    store::Milliseconds first_seen = 0;
    store::Milliseconds last_changed = 0;
};

Result<NodeHistory> node_history(const StudyRequest& request, const study::NodePlace& place);

} // namespace trialdex::web::nodes
