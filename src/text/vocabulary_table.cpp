// Vocabularies as tab-separated tables with a header line; `|` separates the members of a list.
#include "text/vocabulary_formats.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace trialdex::text {

namespace {

struct Table {
    VocabularyKind kind;
    std::string_view header;
    std::size_t columns;
    std::size_t names; // column of the other names
    std::size_t mesh;  // column of MeSH ids; 0: none
};

constexpr std::array<Table, 3> kTables = {{
    {VocabularyKind::MeshTable, "id\tname\ttree_numbers\tentry_terms", 4, 3, 0},
    {VocabularyKind::DiseaseTable, "id\tname\tmesh\tparents\tsynonyms", 5, 4, 2},
    {VocabularyKind::DrugTable, "id\tname\tcas\tunii\tsynonyms", 5, 4, 0},
}};

enum class Tag { TakeOff, LeaveOut };

// What the Disease Ontology writes behind a name: the kind of thing, or how well the name fits. Broader and narrower
// names are no synonyms.
constexpr std::array<std::pair<std::string_view, Tag>, 13> kTags = {{{"(disorder)", Tag::TakeOff},
                                                                     {"(morphologic abnormality)", Tag::TakeOff},
                                                                     {"(finding)", Tag::TakeOff},
                                                                     {"(qualifier value)", Tag::TakeOff},
                                                                     {"(context-dependent category)", Tag::TakeOff},
                                                                     {"(function)", Tag::TakeOff},
                                                                     {"(category)", Tag::TakeOff},
                                                                     {"(EXACT)", Tag::TakeOff},
                                                                     {"(RELATED)", Tag::TakeOff},
                                                                     {"(NARROW)", Tag::LeaveOut},
                                                                     {"(BROAD)", Tag::LeaveOut},
                                                                     {"[Ambiguous]", Tag::LeaveOut},
                                                                     {"[obs]", Tag::LeaveOut}}};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// The line from `at` on, without its end; moves `at` behind it.
std::string_view next_line(std::string_view bytes, std::size_t& at) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    at = std::min(end + 1, bytes.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::vector<std::string_view> cut(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(trimmed(text.substr(at, end - at)));
        at = end + 1;
    }
    return parts;
}

// Empty when a tag says that the name is none.
std::string_view without_tags(std::string_view name) {
    for (const auto& [tag, what] : kTags) {
        if (!name.ends_with(tag)) continue;
        return what == Tag::LeaveOut ? "" : without_tags(trimmed(name.substr(0, name.size() - tag.size())));
    }
    return name;
}

VocabularyEntry make_entry(const Table& table, std::span<const std::string_view> cells) {
    VocabularyEntry entry;
    entry.id = cells[0];
    entry.name = cells[1];
    for (const std::string_view name : cut(cells[table.names], '|')) {
        if (const std::string_view bare = without_tags(name); !bare.empty()) entry.names.emplace_back(bare);
    }
    if (table.mesh == 0) return entry;
    for (const std::string_view id : cut(cells[table.mesh], '|')) {
        if (!id.empty()) entry.mesh.emplace_back(id);
    }
    return entry;
}

std::string_view header_of(std::string_view bytes) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::size_t at = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    return next_line(bytes, at);
}

} // namespace

std::optional<VocabularyKind> table_kind(std::string_view bytes) {
    const auto* const found = std::ranges::find(kTables, header_of(bytes), &Table::header);
    return found == kTables.end() ? std::nullopt : std::optional(found->kind);
}

Result<Vocabulary> read_table(std::string_view bytes, VocabularyKind kind, const std::string& file) {
    const Table& table = *std::ranges::find(kTables, kind, &Table::kind);
    Vocabulary vocabulary{kind, {}};
    std::size_t at = 0;
    next_line(bytes, at);
    std::size_t names = 0;
    for (std::size_t number = 2; at < bytes.size(); ++number) {
        const std::string_view line = next_line(bytes, at);
        if (line.empty()) continue;
        const auto cells = cut(line, '\t');
        if (cells.size() != table.columns) {
            return fail(ErrorCode::InvalidInput, fmt::format("{}, line {}: {} columns where the header names {}", file,
                                                             number, cells.size(), table.columns));
        }
        if (cells[0].empty() || cells[1].empty()) {
            return fail(ErrorCode::InvalidInput, fmt::format("{}, line {}: id or name is missing", file, number));
        }
        vocabulary.entries.push_back(make_entry(table, cells));
        names += 1 + vocabulary.entries.back().names.size();
        if (names > kMaxVocabularyNames) {
            return fail(ErrorCode::TooLarge,
                        fmt::format("{}, line {}: more than {} names", file, number, kMaxVocabularyNames));
        }
    }
    if (vocabulary.entries.empty())
        return fail(ErrorCode::InvalidInput, fmt::format("{} has a header line only", file));
    return vocabulary;
}

} // namespace trialdex::text
