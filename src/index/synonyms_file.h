// The table of concepts an index was built with, frozen beside it.
#pragma once

#include "base/result.h"
#include "text/synonyms.h"

#include <string>

namespace trialdex::index {

Result<void> write_synonyms(const std::string& path, const text::Synonyms& synonyms);
Result<text::Synonyms> read_synonyms(const std::string& path);

} // namespace trialdex::index
