// Where a word stands in a record, as one small number. A *field* is a leaf of the schema that holds words or codes; a
// *place code* names one value: the field and the element of the list it is in. Postings hold place codes, so the scope
// of a search is a mask over fields, and "in the same value" is "with the same place code".
//
// Codes are laid out so that most differences between neighbours fit one byte (see postings/place_stream.h):
//   [0, 16)                 fields without a list that hold most words: titles, summary, criteria …
//   16 + 32·element + rank  the 32 lists that hold most words, element by element
//   from 2^14               everything else, 256 fields an element
//   from 2^26               elements of the 32 lists that do not fit below 2^14
#pragma once

#include "schema/schema.h"

#include <array>
#include <cstdint>
#include <optional>

namespace trialdex::index {

using FieldNumber = std::uint16_t; // dense, below kMaxFields
using PlaceCode = std::uint32_t;

inline constexpr FieldNumber kMaxFields = 304; // 16 + 32 + 256
inline constexpr PlaceCode kElementFields = 16;
inline constexpr PlaceCode kOtherFields = PlaceCode{1} << 14;
inline constexpr PlaceCode kFarElements = PlaceCode{1} << 26;
inline constexpr PlaceCode kNearElements = (kOtherFields - kElementFields) / 32; // 511
// Elements beyond share the last one's code: no list of the registry comes near.
inline constexpr std::uint32_t kMaxElement = (std::uint32_t{1} << 17) - 1;

// The field of a schema leaf; nullopt for leaves without words (dates, numbers, points).
std::optional<FieldNumber> field_of(const schema::Node& node);
// The leaf of a field; nullptr for numbers not in use.
const schema::Node* node_of(FieldNumber field);

PlaceCode place_code(FieldNumber field, std::uint32_t element);

// A location holds lists of its own (contacts): the element of such a field is the location's number times this, plus
// the number within the location; more share the last one.
inline constexpr std::uint32_t kElementsInSite = 16;
bool repeats_in_site(FieldNumber field);
// The location of a value below `locations`.
std::uint32_t site_at(PlaceCode code);

constexpr FieldNumber field_at(PlaceCode code) {
    if (code < kElementFields) return static_cast<FieldNumber>(code);
    if (code < kOtherFields) return static_cast<FieldNumber>(kElementFields + (code - kElementFields) % 32);
    if (code < kFarElements) return static_cast<FieldNumber>(48 + (code - kOtherFields) % 256);
    return static_cast<FieldNumber>(kElementFields + (code - kFarElements) % 32);
}

constexpr std::uint32_t element_at(PlaceCode code) {
    if (code < kElementFields) return 0;
    if (code < kOtherFields) return (code - kElementFields) / 32;
    if (code < kFarElements) return (code - kOtherFields) / 256;
    return kNearElements + (code - kFarElements) / 32;
}

// Which fields a scope admits, and what may match there.
class FieldMask {
public:
    static constexpr std::uint8_t kWords = 1;    // the words themselves
    static constexpr std::uint8_t kSynonyms = 2; // forms of the same concept too
    static constexpr std::uint8_t kCodes = 4;    // enum and boolean values

    void add(FieldNumber field, std::uint8_t what) { allowed_[field] |= what; }
    std::uint8_t of(FieldNumber field) const { return allowed_[field]; }
    bool allows(PlaceCode code, std::uint8_t what) const {
        const FieldNumber field = field_at(code);
        return field < kMaxFields && (allowed_[field] & what) != 0;
    }
    bool operator==(const FieldMask&) const = default;
    std::uint64_t fingerprint() const;

private:
    std::array<std::uint8_t, kMaxFields> allowed_{};
};

// Words, synonyms and codes of an area's parts; of one leaf; of the whole record.
FieldMask mask_of(const schema::SearchArea& area);
FieldMask mask_of(const schema::Node& node);
FieldMask mask_of_everything();

} // namespace trialdex::index
