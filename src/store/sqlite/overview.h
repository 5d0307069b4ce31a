// Questions about the registry as a whole, and the ways from study to study, over one connection.
#pragma once

#include "store/sqlite/connection.h"
#include "store/store.h"

#include <optional>
#include <vector>

namespace trialdex::store::sqlite {

Result<Summary> read_summary(Connection& connection); // without stored_bytes
Result<std::vector<StudyBrief>> read_recently_updated(Connection& connection, std::size_t limit);
Result<std::vector<ImportRun>> read_runs(Connection& connection, std::size_t limit);
Result<std::vector<Change>> read_changes(Connection& connection, std::uint64_t since, std::size_t limit);
Result<std::vector<std::uint64_t>> read_structure_counts(Connection& connection);

Result<std::optional<NctId>> read_alias(Connection& connection, NctId alias);
Result<std::optional<NctId>> read_previous(Connection& connection, NctId id, std::string_view module_path);
Result<std::optional<NctId>> read_next(Connection& connection, NctId id, std::string_view module_path);

} // namespace trialdex::store::sqlite
