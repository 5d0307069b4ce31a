// A registry in memory for tests of what stands above the store: records are added as JSON, every question is answered
// by looking at all of them.
#pragma once

#include "schema/schema.h"
#include "store/store.h"
#include "study/json.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace trialdex::support {

class FakeReader : public store::Reader {
public:
    store::Milliseconds first_seen = 1'740'000'000'000;   // 19 February 2025, 21:20 UTC
    store::Milliseconds last_changed = 1'750'000'000'000; // 15 June 2025, 15:06 UTC
    bool invented = false;

    // Throws when the record may not enter a registry. A record of the same study becomes its newest version; `entered`
    // is when that version came, `first_seen` unless it is given.
    store::NctId add(const std::string& json, store::Milliseconds entered = 0) {
        auto record = study::check_record(json);
        if (!record) throw std::runtime_error(record.error().message);
        const store::NctId id = record->id;
        studies_[id].push_back(std::move(*record));
        entered_[id].push_back(entered != 0 ? entered : first_seen);
        return id;
    }

    Result<store::StoredRecord> get(store::NctId id) const override {
        const auto found = studies_.find(id);
        if (found == studies_.end()) return fail(ErrorCode::NotFound, "no such study");
        return stored(found->second, found->second.size());
    }

    Result<store::StoredRecord> get_version(store::NctId id, std::uint32_t number) const override {
        const auto found = studies_.find(id);
        if (found == studies_.end() || number < 1 || number > found->second.size()) {
            return fail(ErrorCode::NotFound, "no such version");
        }
        return stored(found->second, number);
    }

    Result<std::vector<store::VersionInfo>> versions(store::NctId id) const override {
        const auto found = studies_.find(id);
        if (found == studies_.end()) return fail(ErrorCode::NotFound, "no such study");
        std::vector<store::VersionInfo> all;
        for (std::size_t i = 1; i <= found->second.size(); ++i) all.push_back(version(found->second, i));
        return all;
    }

    Result<std::optional<store::NctId>> find_alias(store::NctId alias) const override {
        for (const auto& [id, chain] : studies_) {
            const auto& aliases = chain.back().aliases;
            if (std::find(aliases.begin(), aliases.end(), alias) != aliases.end()) return std::optional(id);
        }
        return std::optional<store::NctId>();
    }

    Result<std::optional<store::ModuleDates>> module_dates(store::NctId id, std::string_view path) const override {
        const auto found = studies_.find(id);
        if (found == studies_.end() || !holds(found->second.back(), path)) return std::optional<store::ModuleDates>();
        return std::optional(store::ModuleDates{first_seen, last_changed});
    }

    Result<std::optional<store::NctId>> previous(store::NctId id, std::string_view path) const override {
        std::optional<store::NctId> best;
        for (const auto& [other, chain] : studies_) {
            if (other < id && holds(chain.back(), path)) best = other;
        }
        return best;
    }

    Result<std::optional<store::NctId>> next(store::NctId id, std::string_view path) const override {
        for (const auto& [other, chain] : studies_) {
            if (other > id && holds(chain.back(), path)) return std::optional(other);
        }
        return std::optional<store::NctId>();
    }

    Result<store::Summary> summary() const override {
        store::Summary summary;
        summary.invented = invented;
        for (const auto& [id, chain] : studies_) {
            const study::Record& record = chain.back();
            ++summary.studies;
            summary.versions += chain.size();
            if (record.has_results) ++summary.with_results;
            summary.newest_version_holder = std::max(summary.newest_version_holder, record.version_holder);
            summary.newest_update_posted = std::max(summary.newest_update_posted, record.last_update_posted);
            std::string& oldest = summary.oldest_version_holder;
            if (oldest.empty() || record.version_holder < oldest) oldest = record.version_holder;
        }
        summary.last_sequence = summary.versions;
        return summary;
    }

    Result<std::vector<store::StudyBrief>> recently_updated(std::size_t limit) const override {
        std::vector<store::StudyBrief> briefs;
        for (const auto& [id, chain] : studies_) {
            const study::Record& record = chain.back();
            briefs.push_back({id, record.brief_title, record.overall_status, record.last_update_posted});
        }
        std::stable_sort(briefs.begin(), briefs.end(),
                         [](const auto& a, const auto& b) { return a.last_update_posted > b.last_update_posted; });
        if (briefs.size() > limit) briefs.resize(limit, store::StudyBrief{});
        return briefs;
    }

    Result<std::vector<store::ImportRun>> runs(std::size_t) const override { return std::vector<store::ImportRun>(); }
    Result<std::vector<store::Change>> changes_since(std::uint64_t, std::size_t) const override {
        return std::vector<store::Change>();
    }

    Result<std::vector<std::uint64_t>> structure_counts() const override {
        std::vector<std::uint64_t> counts(schema::nodes().size());
        for (const auto& [id, chain] : studies_) {
            for (const std::uint16_t node : chain.back().present) ++counts[node];
        }
        return counts;
    }

    Result<void> for_each(const std::function<bool(const store::StoredRecord&)>& visit) const override {
        for (const auto& [id, chain] : studies_) {
            if (!visit(stored(chain, chain.size()))) break;
        }
        return {};
    }

    Result<store::CheckReport> check() const override { return store::CheckReport{}; }

private:
    using Chain = std::vector<study::Record>; // oldest first

    static bool holds(const study::Record& record, std::string_view path) {
        const schema::Node* node = schema::find_path(path);
        return path.empty() || (node && std::binary_search(record.present.begin(), record.present.end(), node->id));
    }

    store::VersionInfo version(const Chain& chain, std::size_t number) const {
        const study::Record& record = chain[number - 1];
        return {static_cast<std::uint32_t>(number),
                record.last_update_posted,
                record.version_holder,
                entered_.at(record.id)[number - 1],
                number,
                record.fingerprint};
    }

    store::StoredRecord stored(const Chain& chain, std::size_t number) const {
        const study::Record& record = chain[number - 1];
        return {record.id,
                study::restore_holder(record.text, record.holder_slot, record.version_holder),
                version(chain, number),
                static_cast<std::uint32_t>(chain.size()),
                first_seen,
                last_changed};
    }

    std::map<store::NctId, Chain> studies_;
    std::map<store::NctId, std::vector<store::Milliseconds>> entered_;
};

} // namespace trialdex::support
