#include "web/pages/compare/compared_study.h"

#include <algorithm>

namespace trialdex::web {

namespace {

using study::NctId;

// The record of `id`, or of the study that lists it as a former number; nullopt when there is neither.
Result<std::optional<store::StoredRecord>> record_of(const store::Reader& store, NctId id) {
    auto stored = store.get(id);
    if (stored) return std::optional(std::move(*stored));
    if (stored.error().code != ErrorCode::NotFound) return tl::unexpected(stored.error());
    const auto alias = store.find_alias(id);
    if (!alias) return tl::unexpected(alias.error());
    if (!*alias || **alias == id) return std::optional<store::StoredRecord>();
    auto other = store.get(**alias);
    if (!other) return tl::unexpected(other.error());
    return std::optional(std::move(*other));
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Result<ComparedStudies> find_compared(const PageContext& context, const CompareAddress& address) {
    ComparedStudies found;
    for (const std::string& name : address.ids()) {
        const auto id = NctId::parse(name);
        if (!id) {
            found.malformed.push_back(name);
            found.ids.push_back(name);
            continue;
        }
        if (found.studies.size() == kMostCompared) {
            found.beyond.push_back(name);
            found.ids.push_back(name);
            continue;
        }
        auto stored = record_of(context.store, *id);
        if (!stored) return tl::unexpected(stored.error());
        if (!*stored) {
            found.unknown.push_back(name);
            found.ids.push_back(name);
            continue;
        }
        const std::string current = (*stored)->id.text();
        const study::NctId number = (*stored)->id;
        if (holds(found.ids, current)) continue; // a former number beside the present one
        found.ids.push_back(current);
        auto document = study::Document::parse((*stored)->json);
        if (!document) {
            found.unreadable.push_back(current + ": " + document.error().message);
            continue;
        }
        found.studies.push_back({std::move(**stored), std::move(*document), StudyAddress(number)});
    }
    return found;
}

} // namespace trialdex::web
