// When each module of a record was first seen and last changed here, as one small blob a record.
//
// Most records never change, so only exceptions are written: a module without an entry has both dates of the study's
// first import. A new record's blob is empty. Modules that went away keep their entry, so that one that returns keeps
// its first date.
#pragma once

#include "base/result.h"
#include "store/module_changes.h"
#include "store/store.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace trialdex::store {

class ModuleDatesTable {
public:
    explicit ModuleDatesTable(Milliseconds study_first_seen) : base_(study_first_seen) {}

    // Corrupt when `blob` is not what encode() wrote.
    static Result<ModuleDatesTable> decode(std::string_view blob, Milliseconds study_first_seen);
    std::string encode() const;

    // Of a module that the record holds.
    ModuleDates find(std::string_view path) const;

    void advance(std::span<const ModuleChange> changes, Milliseconds now);

private:
    Milliseconds base_;
    std::map<std::uint64_t, ModuleDates> entries_; // by hash of the path
};

} // namespace trialdex::store
