#include "index/fields.h"

#include "base/hash.h"

#include <string_view>
#include <vector>

namespace trialdex::index {

namespace {

using schema::Node;
using schema::ValueKind;

// The order is by how many words the fields hold in the registry; only the size of the index depends on it.
constexpr std::array<std::string_view, 16> kSinglePieces{"BriefTitle",
                                                         "OfficialTitle",
                                                         "BriefSummary",
                                                         "DetailedDescription",
                                                         "EligibilityCriteria",
                                                         "LeadSponsorName",
                                                         "OrgFullName",
                                                         "OrgStudyId",
                                                         "Acronym",
                                                         "NCTId",
                                                         "StudyPopulation",
                                                         "OverallStatus",
                                                         "LeadSponsorClass",
                                                         "IPDSharingDescription",
                                                         "DesignInterventionModelDescription",
                                                         "DesignMaskingDescription"};

constexpr std::array<std::string_view, 32> kElementPieces{"Condition",
                                                          "InterventionName",
                                                          "PrimaryOutcomeMeasure",
                                                          "Keyword",
                                                          "ConditionMeshTerm",
                                                          "ConditionAncestorTerm",
                                                          "SecondaryOutcomeMeasure",
                                                          "SecondaryOutcomeDescription",
                                                          "SecondaryOutcomeTimeFrame",
                                                          "PrimaryOutcomeDescription",
                                                          "PrimaryOutcomeTimeFrame",
                                                          "ArmGroupDescription",
                                                          "ArmGroupLabel",
                                                          "ArmGroupInterventionName",
                                                          "ArmGroupType",
                                                          "InterventionDescription",
                                                          "InterventionOtherName",
                                                          "InterventionType",
                                                          "InterventionArmGroupLabel",
                                                          "InterventionMeshTerm",
                                                          "InterventionAncestorTerm",
                                                          "LocationFacility",
                                                          "LocationCity",
                                                          "LocationState",
                                                          "LocationZip",
                                                          "LocationCountry",
                                                          "LocationStatus",
                                                          "ReferenceCitation",
                                                          "OtherOutcomeMeasure",
                                                          "OtherOutcomeDescription",
                                                          "OtherOutcomeTimeFrame",
                                                          "CollaboratorName"};

bool holds_words(const Node& node) {
    return node.value == ValueKind::Text || node.value == ValueKind::Markup || node.value == ValueKind::Enum ||
           node.value == ValueKind::Boolean;
}

constexpr std::string_view kLocations = "protocolSection.contactsLocationsModule.locations";

// Whether a list lies between the locations and the leaf, or is the leaf itself.
bool has_list_below_locations(const Node& leaf) {
    if (!leaf.path.starts_with(kLocations)) return false;
    for (const Node* node = &leaf; node && node->path.size() > kLocations.size(); node = schema::parent_of(*node)) {
        if (node->list) return true;
    }
    return false;
}

struct FieldTable {
    std::array<const Node*, kMaxFields> nodes{};
    std::array<bool, kMaxFields> in_site{};
    std::vector<FieldNumber> fields; // by node id

    FieldTable() : fields(schema::nodes().size(), kMaxFields) {
        for (std::size_t i = 0; i < kSinglePieces.size(); ++i) put(kSinglePieces[i], i);
        for (std::size_t i = 0; i < kElementPieces.size(); ++i) put(kElementPieces[i], kElementFields + i);
        std::size_t next = 48;
        for (const Node& node : schema::nodes()) {
            if (node.is_leaf() && holds_words(node) && fields[node.id] == kMaxFields && next < kMaxFields)
                set(node, next++);
        }
    }

private:
    void put(std::string_view piece, std::size_t field) {
        if (const Node* node = schema::find_piece(piece)) set(*node, field);
    }
    void set(const Node& node, std::size_t field) {
        nodes[field] = &node;
        fields[node.id] = static_cast<FieldNumber>(field);
        in_site[field] = has_list_below_locations(node);
    }
};

const FieldTable& table() {
    static const FieldTable fields;
    return fields;
}

void add_piece(FieldMask& mask, std::string_view piece, bool is_enum, bool synonyms) {
    const Node* node = schema::find_piece(piece);
    const auto field = node ? field_of(*node) : std::nullopt;
    if (!field) return;
    if (is_enum || node->value == ValueKind::Enum || node->value == ValueKind::Boolean) {
        mask.add(*field, FieldMask::kCodes); // OverallOfficialRole stands among the names as if it were text
    } else {
        mask.add(*field, FieldMask::kWords);
        if (synonyms) mask.add(*field, FieldMask::kSynonyms);
    }
}

bool holds_codes(const Node& node) { return node.value == ValueKind::Enum || node.value == ValueKind::Boolean; }

} // namespace

std::optional<FieldNumber> field_of(const Node& node) {
    const FieldNumber field = table().fields[node.id];
    if (field == kMaxFields) return std::nullopt;
    return field;
}

const Node* node_of(FieldNumber field) { return field < kMaxFields ? table().nodes[field] : nullptr; }

PlaceCode place_code(FieldNumber field, std::uint32_t element) {
    if (element > kMaxElement) element = kMaxElement;
    if (field < kElementFields) return field;
    if (field < 48) {
        const PlaceCode rank = field - kElementFields;
        if (element < kNearElements) return kElementFields + element * 32 + rank;
        return kFarElements + (element - kNearElements) * 32 + rank;
    }
    return kOtherFields + element * 256 + (field - 48u);
}

bool repeats_in_site(FieldNumber field) { return field < kMaxFields && table().in_site[field]; }

std::uint32_t site_at(PlaceCode code) {
    const std::uint32_t element = element_at(code);
    return repeats_in_site(field_at(code)) ? element / kElementsInSite : element;
}

std::uint64_t FieldMask::fingerprint() const {
    return hash64({reinterpret_cast<const char*>(allowed_.data()), allowed_.size()});
}

FieldMask mask_of(const schema::SearchArea& area) {
    FieldMask mask;
    for (const auto& part : area.parts) {
        for (const auto piece : part.pieces) add_piece(mask, piece, part.is_enum, part.synonyms);
    }
    return mask;
}

FieldMask mask_of(const Node& node) {
    FieldMask mask;
    if (const auto field = field_of(node)) {
        if (holds_codes(node)) {
            mask.add(*field, FieldMask::kCodes);
        } else {
            mask.add(*field, FieldMask::kWords);
            if (node.synonyms) mask.add(*field, FieldMask::kSynonyms);
        }
    }
    return mask;
}

FieldMask mask_of_everything() {
    FieldMask mask;
    for (FieldNumber field = 0; field < kMaxFields; ++field) {
        const Node* node = node_of(field);
        if (!node) continue;
        mask.add(field, holds_codes(*node) ? FieldMask::kCodes : FieldMask::kWords);
        if (node->synonyms && !holds_codes(*node)) mask.add(field, FieldMask::kSynonyms);
    }
    return mask;
}

} // namespace trialdex::index
