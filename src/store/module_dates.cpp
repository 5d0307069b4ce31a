#include "store/module_dates.h"

#include "base/byte_codec.h"
#include "base/hash.h"

namespace trialdex::store {

namespace {

// Real records have 23 modules. A hostile one can name thousands of unknown ones at every import; beyond this, changes
// of modules without an entry go unrecorded.
constexpr std::size_t kMaxEntries = 1024;

tl::unexpected<Error> damaged() { return fail(ErrorCode::Corrupt, "The module dates of a record are damaged."); }

// Wraps around instead of overflowing: a forged blob may hold any distance.
Milliseconds later(Milliseconds base, std::uint64_t zigzagged) {
    return static_cast<Milliseconds>(static_cast<std::uint64_t>(base) +
                                     static_cast<std::uint64_t>(unzigzag(zigzagged)));
}

} // namespace

Result<ModuleDatesTable> ModuleDatesTable::decode(std::string_view blob, Milliseconds study_first_seen) {
    ModuleDatesTable table(study_first_seen);
    if (blob.empty()) return table;
    if (blob.size() < 8) return damaged();
    std::string_view body = blob.substr(0, blob.size() - 8);
    std::string_view end = blob.substr(body.size());
    if (take_fixed64(end) != hash64(body)) return damaged();
    while (!body.empty()) {
        const auto hash = take_fixed64(body);
        const auto first = take_varint(body);
        const auto last = take_varint(body);
        if (!hash || !first || !last) return damaged();
        table.entries_[*hash] = {later(study_first_seen, *first), later(study_first_seen, *last)};
    }
    return table;
}

std::string ModuleDatesTable::encode() const {
    std::string blob;
    for (const auto& [hash, dates] : entries_) {
        append_fixed64(blob, hash);
        append_varint(blob, zigzag(dates.first_seen - base_));
        append_varint(blob, zigzag(dates.last_changed - base_));
    }
    if (!blob.empty()) append_fixed64(blob, hash64(blob));
    return blob;
}

ModuleDates ModuleDatesTable::find(std::string_view path) const {
    const auto entry = entries_.find(hash64(path));
    return entry == entries_.end() ? ModuleDates{base_, base_} : entry->second;
}

void ModuleDatesTable::advance(std::span<const ModuleChange> changes, Milliseconds now) {
    for (const ModuleChange& change : changes) {
        const std::uint64_t hash = hash64(change.path);
        if (entries_.size() >= kMaxEntries && !entries_.contains(hash)) continue;
        // One that came was never here before, or is back: then its entry from when it went has its first date.
        const Milliseconds first_seen = change.kind == ModuleChange::Kind::Came ? now : base_;
        entries_.try_emplace(hash, ModuleDates{first_seen, now}).first->second.last_changed = now;
    }
}

} // namespace trialdex::store
