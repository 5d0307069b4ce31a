// A store in memory that keeps the ids it was given and fails on demand, for tests of what import does around a store.
#pragma once

#include "store/store.h"

#include <functional>
#include <map>

namespace trialdex::support {

class FakeStore : public store::Store {
public:
    std::map<store::NctId, study::Fingerprint> records;
    std::vector<std::size_t> put_sizes;
    std::size_t samples = 0;
    bool dictionary_wanted = false;
    std::size_t puts_before_training = 0;
    std::vector<store::ImportRun> run_list;
    std::function<bool()> may_put = [] { return true; };

    Result<std::uint64_t> begin_run(std::string_view source) override {
        run_list.push_back({.number = run_list.size() + 1, .source = std::string(source)});
        return run_list.size();
    }
    Result<std::vector<store::Outcome>> put(std::uint64_t, std::span<const study::Record> batch) override {
        if (!may_put()) return fail(ErrorCode::Unreadable, "the disk is full");
        put_sizes.push_back(batch.size());
        std::vector<store::Outcome> outcomes;
        for (const study::Record& record : batch) {
            const auto [at, added] = records.emplace(record.id, record.fingerprint);
            const bool same = !added && at->second == record.fingerprint;
            outcomes.push_back(added  ? store::Outcome::New
                               : same ? store::Outcome::Unchanged
                                      : store::Outcome::Updated);
            at->second = record.fingerprint;
        }
        return outcomes;
    }
    Result<void> end_run(std::uint64_t run, std::uint64_t read, std::uint64_t refused) override {
        store::ImportRun& ended = run_list.at(run - 1);
        ended.finished = 1;
        ended.read = read;
        ended.refused = refused;
        return {};
    }
    bool wants_dictionary() const override { return dictionary_wanted; }
    Result<void> train(std::span<const std::string> texts) override {
        samples = texts.size();
        dictionary_wanted = false;
        puts_before_training = put_sizes.size();
        return {};
    }
    Result<void> set_invented(bool) override { return {}; }

    // Import does not read.
    Result<store::StoredRecord> get(store::NctId) const override { return unread(); }
    Result<store::StoredRecord> get_version(store::NctId, std::uint32_t) const override { return unread(); }
    Result<std::vector<store::VersionInfo>> versions(store::NctId) const override { return unread(); }
    Result<std::optional<store::NctId>> find_alias(store::NctId) const override { return unread(); }
    Result<std::optional<store::ModuleDates>> module_dates(store::NctId, std::string_view) const override {
        return unread();
    }
    Result<std::optional<store::NctId>> previous(store::NctId, std::string_view) const override { return unread(); }
    Result<std::optional<store::NctId>> next(store::NctId, std::string_view) const override { return unread(); }
    Result<store::Summary> summary() const override { return unread(); }
    Result<std::vector<store::StudyBrief>> recently_updated(std::size_t) const override { return unread(); }
    Result<std::vector<store::ImportRun>> runs(std::size_t) const override { return unread(); }
    Result<std::vector<store::Change>> changes_since(std::uint64_t, std::size_t) const override { return unread(); }
    Result<std::vector<std::uint64_t>> structure_counts() const override { return unread(); }
    Result<void> for_each(const std::function<bool(const store::StoredRecord&)>&) const override { return unread(); }
    Result<store::CheckReport> check() const override { return unread(); }

private:
    static tl::unexpected<Error> unread() { return fail(ErrorCode::NotFound, "not part of this store"); }
};

} // namespace trialdex::support
