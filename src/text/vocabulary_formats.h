// The readers behind read_vocabulary(), one a file format.
#pragma once

#include "text/vocabulary.h"

#include <optional>

namespace trialdex::text {

// Nothing when the header line is of no table we know.
std::optional<VocabularyKind> table_kind(std::string_view bytes);
Result<Vocabulary> read_table(std::string_view bytes, VocabularyKind kind, const std::string& file);

// MeSH's own file: <DescriptorRecordSet>.
bool is_xml(std::string_view bytes);
Result<Vocabulary> read_mesh_xml(std::string_view bytes, const std::string& file);

} // namespace trialdex::text
