#include "web/path/node_history.h"

#include "study/record.h"
#include "web/path/counterpart.h"

#include <algorithm>
#include <utility>

namespace trialdex::web::nodes {

namespace {

using store::Milliseconds;
using study::Fingerprint;

// A version of the node, with what is needed to compare it.
struct Seen {
    NodeVersion version;
    Fingerprint fingerprint{};

    bool is_there() const { return !version.path.empty(); }
};

bool same(const Seen& a, const Seen& b) { return a.is_there() == b.is_there() && a.fingerprint == b.fingerprint; }

NodeChange change_between(const Seen& before, const Seen& now) {
    if (!now.is_there()) return before.is_there() ? NodeChange::Gone : NodeChange::Absent;
    if (!before.is_there()) return NodeChange::New;
    return same(before, now) ? NodeChange::Same : NodeChange::Changed;
}

// The day of the data load differs in every version and is no change of what the record says.
std::string without_holder(std::string json) {
    constexpr std::string_view kMember = "\"versionHolder\":\"";
    const std::size_t at = json.find(kMember);
    const std::size_t day = at + kMember.size();
    if (at != std::string::npos && day + study::kHolderBlank.size() <= json.size()) {
        json.replace(day, study::kHolderBlank.size(), study::kHolderBlank);
    }
    return json;
}

Result<Seen> look_into(const std::string& json, store::VersionInfo info, const study::NodePlace& place) {
    const auto document = study::Document::parse(without_holder(json));
    if (!document) return tl::unexpected(document.error());
    const Counterpart other = find_counterpart(place.steps, document->root());
    if (!other.value) return Seen{{std::move(info), {}, NodeChange::Absent}, {}};
    return Seen{{std::move(info), other.path}, study::fingerprint_of(other.value)};
}

// The newest versions; for an old one that is cited, it and those after it.
std::pair<std::size_t, std::size_t> window(const std::vector<store::VersionInfo>& versions, std::uint32_t shown) {
    std::size_t begin = versions.size() - std::min(versions.size(), kMaxVersionsCompared);
    for (std::size_t i = 0; i < begin; ++i) {
        if (versions[i].number == shown) begin = i;
    }
    return {begin, std::min(versions.size(), begin + kMaxVersionsCompared)};
}

void set_dates(NodeHistory& history, const std::vector<Seen>& seen, std::size_t shown) {
    const auto first_seen = [&](std::size_t i) { return seen[i].version.info.first_seen; };
    history.first_seen = history.last_changed = first_seen(shown);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i].is_there()) history.first_seen = std::min(history.first_seen, first_seen(i));
    }
    // An older version may have come later than a newer one; what counts is when this wording was first here.
    for (std::size_t i = shown; i > 0 && same(seen[i - 1], seen[shown]); --i) {
        history.last_changed = std::min(history.last_changed, first_seen(i - 1));
    }
}

} // namespace

Result<NodeHistory> node_history(const StudyRequest& request, const study::NodePlace& place) {
    const store::StoredRecord& stored = request.stored;
    NodeHistory history;
    history.first_seen = history.last_changed = stored.version.first_seen;
    if (stored.version_count <= 1) {
        history.versions.push_back({stored.version, place.path});
        return history;
    }
    const store::Reader& store = request.page.store;
    auto versions = store.versions(stored.id);
    if (!versions) return tl::unexpected(versions.error());
    const auto [begin, end] = window(*versions, stored.version.number);
    history.complete = begin == 0 && end == versions->size();

    std::vector<Seen> seen;
    std::size_t shown = 0;
    for (std::size_t i = begin; i < end; ++i) {
        store::VersionInfo& info = (*versions)[i];
        const bool is_shown = info.number == stored.version.number;
        if (is_shown) shown = seen.size();
        const auto record = is_shown ? Result<store::StoredRecord>(stored) : store.get_version(stored.id, info.number);
        if (!record) return tl::unexpected(record.error());
        auto found = look_into(record->json, std::move(info), place);
        if (!found) return tl::unexpected(found.error());
        if (!seen.empty()) found->version.change = change_between(seen.back(), *found);
        seen.push_back(std::move(*found));
    }
    if (seen.empty()) return history;
    set_dates(history, seen, shown);
    for (Seen& one : seen) history.versions.push_back(std::move(one.version));
    return history;
}

} // namespace trialdex::web::nodes
