#include "text/vocabulary.h"

#include "text/vocabulary_formats.h"

#include <fmt/format.h>

namespace trialdex::text {

std::string_view kind_words(VocabularyKind kind) {
    switch (kind) {
    case VocabularyKind::MeshTable: return "MeSH descriptors";
    case VocabularyKind::MeshXml: return "MeSH descriptors (XML)";
    case VocabularyKind::DiseaseTable: return "disease names";
    case VocabularyKind::DrugTable: break;
    }
    return "drug names";
}

Result<Vocabulary> read_vocabulary(std::string_view bytes, const std::string& file) {
    if (bytes.size() > kMaxVocabularyBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("{} has {} bytes; a vocabulary may have {}", file, bytes.size(), kMaxVocabularyBytes));
    }
    if (is_xml(bytes)) return read_mesh_xml(bytes, file);
    if (const auto kind = table_kind(bytes)) return read_table(bytes, *kind, file);
    return fail(ErrorCode::InvalidInput,
                fmt::format("{} is no vocabulary we know: its first line must name the columns \"id name tree_numbers "
                            "entry_terms\" (MeSH), \"id name mesh parents synonyms\" (diseases) or \"id name cas unii "
                            "synonyms\" (drugs), separated by tabs, or it must be MeSH's descriptor file in XML",
                            file));
}

} // namespace trialdex::text
