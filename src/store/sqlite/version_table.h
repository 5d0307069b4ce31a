// Rows of the table `version`: the older versions of the studies.
#pragma once

#include "store/sqlite/database.h"
#include "store/store.h"
#include "store/version_chain.h"

#include <string>
#include <vector>

namespace trialdex::store::sqlite {

// All but the packed text.
struct VersionRow {
    NctId id{1};
    Link link; // its row, key, fingerprint, and whether the text is packed whole
    Milliseconds first_seen = 0;
    study::HolderSlot slot;
    std::size_t size = 0;       // of the text
    std::uint64_t checksum = 0; // of the packed text

    std::uint64_t mark() const; // checksum over all of the above but the row's number, kept in the row
};

// Oldest first. Corrupt when a mark does not fit.
Result<std::vector<VersionRow>> find_versions(Database& database, NctId id);
Result<std::string> find_version_body(Database& database, const VersionRow& version);

Result<void> insert_version(Database& database, const VersionRow& version, std::string_view body);
Result<void> update_version(Database& database, const VersionRow& version, std::string_view body); // a new neighbour
Result<void> touch_version(Database& database, const VersionRow& version);                         // a new holder
Result<void> delete_version(Database& database, const VersionRow& version);

} // namespace trialdex::store::sqlite
