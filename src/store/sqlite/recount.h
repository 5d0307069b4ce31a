// Counts by structure and bits by module depend on what structures the schema knows. A registry that was written under
// another schema is counted again when it is next opened for writing (some minutes for 600,000 studies).
#pragma once

#include "store/sqlite/connection.h"

namespace trialdex::store::sqlite {

// Tells one list of structures from another; kept in the registry.
std::uint64_t structures_digest();

// Whether the registry was counted under this program's schema.
Result<bool> counted_with_this_schema(Database& database);
// In a transaction of its own; does nothing when there is nothing to do.
Result<void> recount_structures(Connection& connection);

} // namespace trialdex::store::sqlite
