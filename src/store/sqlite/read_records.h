// Reading records and versions over one connection.
#pragma once

#include "store/sqlite/connection.h"
#include "store/store.h"

#include <functional>
#include <optional>
#include <vector>

namespace trialdex::store::sqlite {

Result<StoredRecord> read_current(Connection& connection, NctId id);
Result<StoredRecord> read_version(Connection& connection, NctId id, std::uint32_t number);
Result<std::vector<VersionInfo>> read_versions(Connection& connection, NctId id);
// Every study from `first` to `last`.
Result<void> read_between(Connection& connection, NctId first, NctId last,
                          const std::function<bool(const StoredRecord&)>& visit);
inline constexpr NctId kFirstId{1};
inline constexpr NctId kLastId{99'999'999};
Result<std::vector<NctId>> read_ids(Connection& connection);
Result<std::optional<ModuleDates>> read_module_dates(Connection& connection, NctId id, std::string_view path);

} // namespace trialdex::store::sqlite
