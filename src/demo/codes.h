// Codes of the schema tables by name of their type, so that a code added there is dealt out here without another line.
#pragma once

#include "demo/turn.h"
#include "schema/schema.h"

namespace trialdex::demo {

inline std::span<const schema::EnumValue> codes(std::string_view type) {
    const schema::EnumType* found = schema::find_enum(type);
    return found == nullptr ? std::span<const schema::EnumValue>() : found->values;
}

// The next code of a type, by turn.
inline std::string_view deal_code(const Turn& turn, std::string_view type, std::string_view what) {
    return turn.deal_from(codes(type), what).value;
}

// The code of the round when only every so-many-th study has one.
inline std::string_view code_of_round(std::uint64_t round, std::string_view type) {
    return codes(type)[round % codes(type).size()].value;
}

} // namespace trialdex::demo
