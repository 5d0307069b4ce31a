#include "index/profiles/profile.h"

namespace trialdex::index {

namespace {

constexpr std::string_view kPieces[] = {"Sex",
                                        "StudyType",
                                        "DesignPrimaryPurpose",
                                        "DesignAllocation",
                                        "DesignInterventionModel",
                                        "DesignMasking",
                                        "DesignObservationalModel",
                                        "DesignTimePerspective"}; // by CodeField
static_assert(std::size(kPieces) == kCodeFields);

std::array<const schema::EnumType*, kCodeFields> tables() {
    std::array<const schema::EnumType*, kCodeFields> all{};
    for (std::size_t field = 0; field < kCodeFields; ++field)
        all[field] = schema::find_piece(kPieces[field])->enum_type;
    return all;
}

} // namespace

const schema::EnumType& codes_of(CodeField field) {
    static const auto kTables = tables();
    return *kTables[static_cast<std::size_t>(field)];
}

const schema::EnumType& phase_codes() {
    static const schema::EnumType& kPhases = *schema::find_piece("Phase")->enum_type;
    return kPhases;
}

Code code_of(const schema::EnumType& codes, std::string_view value) {
    for (std::size_t at = 0; at < codes.values.size() && at < UINT8_MAX; ++at) {
        if (codes.values[at].value == value) return static_cast<Code>(at + 1);
    }
    return 0;
}

const schema::EnumValue* value_of(const schema::EnumType& codes, Code code) {
    return code > 0 && code <= codes.values.size() ? &codes.values[code - 1U] : nullptr;
}

} // namespace trialdex::index
