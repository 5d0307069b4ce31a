#include "store/module_dates.h"

#include "store/byte_codec.h"
#include "store/checksum.h"

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

std::map<std::uint64_t, study::Fingerprint> by_hash(std::span<const study::ModuleFingerprint> modules) {
    std::map<std::uint64_t, study::Fingerprint> result;
    for (const auto& module : modules) result.emplace(checksum_of(module.path), module.fingerprint);
    return result;
}

} // namespace

Result<ModuleDatesTable> ModuleDatesTable::decode(std::string_view blob, Milliseconds study_first_seen) {
    ModuleDatesTable table(study_first_seen);
    if (blob.empty()) return table;
    if (blob.size() < 8) return damaged();
    std::string_view body = blob.substr(0, blob.size() - 8);
    std::string_view end = blob.substr(body.size());
    if (take_fixed64(end) != checksum_of(body)) return damaged();
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
    if (!blob.empty()) append_fixed64(blob, checksum_of(blob));
    return blob;
}

ModuleDates ModuleDatesTable::find(std::string_view path) const {
    const auto entry = entries_.find(checksum_of(path));
    return entry == entries_.end() ? ModuleDates{base_, base_} : entry->second;
}

bool ModuleDatesTable::has_entry(std::string_view path) const { return entries_.contains(checksum_of(path)); }

void ModuleDatesTable::advance(std::span<const study::ModuleFingerprint> before,
                               std::span<const study::ModuleFingerprint> after, Milliseconds now) {
    const auto old_modules = by_hash(before);
    const auto new_modules = by_hash(after);
    const auto touch = [&](std::uint64_t hash, Milliseconds first_seen) {
        if (entries_.size() >= kMaxEntries && !entries_.contains(hash)) return;
        const auto entry = entries_.try_emplace(hash, ModuleDates{first_seen, now}).first;
        entry->second.last_changed = now;
    };
    for (const auto& [hash, fingerprint] : new_modules) {
        const auto old = old_modules.find(hash);
        if (old == old_modules.end()) {
            touch(hash, now); // never here before, or gone for a while: an entry from then keeps its first date
        } else if (old->second != fingerprint) {
            touch(hash, base_);
        }
    }
    for (const auto& [hash, fingerprint] : old_modules) {
        if (!new_modules.contains(hash)) touch(hash, base_);
    }
}

} // namespace trialdex::store
