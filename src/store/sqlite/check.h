// Reads the whole registry back and says what does not fit.
#pragma once

#include "store/sqlite/connection.h"
#include "store/store.h"

namespace trialdex::store::sqlite {

Result<CheckReport> check_registry(Connection& connection);

} // namespace trialdex::store::sqlite
