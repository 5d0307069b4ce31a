// The tables of the registry's database (docs/formats/store.md draws them), made on creation and recognised on opening.
#pragma once

#include "store/sqlite/database.h"

namespace trialdex::store::sqlite {

inline constexpr std::string_view kFileName = "registry.db";
inline constexpr std::int64_t kFormatVersion = 1;

enum class Contents : std::uint8_t { Empty, Registry };

// What the database in the file `path` is. Corrupt when it is somebody else's, or of a newer version of ours.
Result<Contents> recognise(Database& database, const std::string& path);

Result<void> create_tables(Database& database);

} // namespace trialdex::store::sqlite
