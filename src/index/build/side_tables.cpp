#include "index/build/side_tables.h"

#include "index/segment/segment.h"
#include "schema/facets.h"

namespace trialdex::index {

namespace {

// Names that readers look for while typing, by the piece that holds them.
struct NamedPiece {
    std::string_view piece;
    NameKind kind;
};
constexpr NamedPiece kNamed[] = {
    {"Condition", NameKind::Condition},           {"ConditionMeshTerm", NameKind::Condition},
    {"InterventionName", NameKind::Intervention}, {"InterventionMeshTerm", NameKind::Intervention},
    {"LeadSponsorName", NameKind::Sponsor},       {"CollaboratorName", NameKind::Sponsor}};
// Where words are spelt with care.
constexpr std::string_view kSpelt[] = {"BriefTitle",       "Condition",         "Keyword",
                                       "InterventionName", "ConditionMeshTerm", "InterventionMeshTerm"};

constexpr std::int8_t kNoKind = -1;

struct Roles { // of a field
    std::array<std::int8_t, kMaxFields> kinds;
    std::array<bool, kMaxFields> spelt{};
    Roles() {
        kinds.fill(kNoKind);
        for (const auto& [piece, kind] : kNamed) {
            if (const auto field = field_named(piece)) kinds[*field] = static_cast<std::int8_t>(kind);
        }
        for (const auto piece : kSpelt) {
            if (const auto field = field_named(piece)) spelt[*field] = true;
        }
    }
    static std::optional<FieldNumber> field_named(std::string_view piece) {
        const schema::Node* node = schema::find_piece(piece);
        return node ? field_of(*node) : std::nullopt;
    }
};

const Roles& roles() {
    static const Roles table;
    return table;
}

} // namespace

bool holds_spelling(FieldNumber field) { return roles().spelt[field]; }

std::optional<std::uint16_t> value_column(std::string_view piece) {
    std::uint16_t column = 0;
    for (const schema::Facet& facet : schema::facets()) {
        if (facet.kind != schema::FacetKind::Values) continue;
        if (facet.piece == piece) return column;
        ++column;
    }
    return std::nullopt;
}

SideTables::SideTables() {
    for (const schema::Facet& facet : schema::facets()) {
        if (facet.kind != schema::FacetKind::Values) continue;
        if (const auto field = Roles::field_named(facet.piece))
            facet_columns_.emplace_back(*field, *value_column(facet.piece));
    }
}

void SideTables::add(std::uint32_t study, const RecordValues& values) {
    for (const LineValue& line : values.lines) columns_.add(line.node, study, line.place);
    sites_.add_study(values.sites);
    study_names_.clear();
    for (const WordsValue& value : values.words) {
        const FieldNumber field = field_at(value.code);
        for (const auto& [wanted, column] : facet_columns_) {
            if (wanted == field) values_.add(column, study, value.text);
        }
        if (const auto kind = roles().kinds[field]; kind != kNoKind)
            study_names_.push_back({static_cast<NameKind>(kind), value.text});
    }
    names_.add_study(study_names_);
}

void SideTables::append(const Segment& run, std::uint32_t first_study) {
    columns_.append(run.columns, first_study);
    values_.append(run.values, first_study);
    sites_.append(run.sites);
    names_.append(run.names);
}

Result<void> SideTables::write(SegmentWriter& writer, std::uint32_t studies) {
    writer.begin(kColumnsSection);
    writer.write(columns_.finish());
    writer.begin(kValuesSection);
    writer.write(values_.finish(studies));
    writer.begin(kSitesSection);
    writer.write(sites_.finish());
    writer.begin(kNamesSection);
    writer.write(names_.finish());
    return {};
}

} // namespace trialdex::index
