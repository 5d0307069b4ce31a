#include "index/fields.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace trialdex::index {
namespace {

std::vector<FieldNumber> fields_in_use() {
    std::vector<FieldNumber> fields;
    for (FieldNumber field = 0; field < kMaxFields; ++field) {
        if (node_of(field)) fields.push_back(field);
    }
    return fields;
}

bool holds_words(const schema::Node& node) {
    using schema::ValueKind;
    return node.is_leaf() && (node.value == ValueKind::Text || node.value == ValueKind::Markup ||
                              node.value == ValueKind::Enum || node.value == ValueKind::Boolean);
}

TEST(Fields, EveryLeafWithWordsHasAFieldOfItsOwn) {
    std::set<FieldNumber> seen;
    for (const schema::Node& node : schema::nodes()) {
        const auto field = field_of(node);
        ASSERT_EQ(field.has_value(), holds_words(node)) << node.path;
        if (!field) continue;
        EXPECT_TRUE(seen.insert(*field).second) << node.path;
        EXPECT_EQ(node_of(*field), &node);
    }
    EXPECT_EQ(seen.size(), fields_in_use().size());
    EXPECT_EQ(node_of(kMaxFields), nullptr);
}

TEST(Fields, APlaceCodeTellsFieldAndElement) {
    std::map<PlaceCode, std::pair<FieldNumber, std::uint32_t>> seen;
    for (const FieldNumber field : fields_in_use()) {
        for (const std::uint32_t element : {0u, 1u, 15u, 16u, 255u, 509u, 510u, 511u, 512u, 8'191u, kMaxElement}) {
            const PlaceCode code = place_code(field, element);
            const std::uint32_t expected = field < kElementFields ? 0 : element;
            EXPECT_EQ(field_at(code), field) << element;
            EXPECT_EQ(element_at(code), expected) << field;
            const auto [at, fresh] = seen.try_emplace(code, field, expected);
            EXPECT_TRUE(fresh || at->second == std::pair(field, expected)) << field << " " << element;
        }
    }
}

TEST(Fields, ElementsBeyondTheLastShareItsCode) {
    for (const FieldNumber field : fields_in_use())
        EXPECT_EQ(place_code(field, kMaxElement + 1), place_code(field, kMaxElement));
    EXPECT_EQ(place_code(60, 0xffffffff), place_code(60, kMaxElement));
}

TEST(Fields, CodesOfAFieldAscendWithTheirElements) {
    for (const FieldNumber field : fields_in_use()) {
        if (field < kElementFields) continue;
        for (const std::uint32_t element : {0u, 15u, 509u, 510u, 511u, 512u, kMaxElement - 1})
            EXPECT_LT(place_code(field, element), place_code(field, element + 1)) << field;
    }
}

FieldNumber field_named(std::string_view piece) { return *field_of(*schema::find_piece(piece)); }

TEST(Fields, AllValuesOfALocationTellTheSameSite) {
    const FieldNumber city = field_named("LocationCity");
    const FieldNumber contact = field_named("LocationContactName");
    EXPECT_FALSE(repeats_in_site(city));
    EXPECT_TRUE(repeats_in_site(contact));
    for (const std::uint32_t site : {0u, 1u, 31u, 32u, 510u, 511u, 8'000u}) {
        EXPECT_EQ(site_at(place_code(city, site)), site);
        EXPECT_EQ(site_at(place_code(contact, site * kElementsInSite)), site);
        EXPECT_EQ(site_at(place_code(contact, site * kElementsInSite + kElementsInSite - 1)), site);
    }
}

TEST(Fields, AMaskAllowsWhatItWasGiven) {
    FieldMask mask;
    const FieldNumber title = field_named("BriefTitle");
    mask.add(title, FieldMask::kWords);
    EXPECT_TRUE(mask.allows(place_code(title, 0), FieldMask::kWords));
    EXPECT_FALSE(mask.allows(place_code(title, 0), FieldMask::kCodes));
    EXPECT_FALSE(mask.allows(place_code(field_named("Condition"), 3), FieldMask::kWords));
    EXPECT_FALSE(mask.allows(0xffffffff, FieldMask::kWords)) << "a damaged code";
    EXPECT_NE(mask.fingerprint(), FieldMask().fingerprint());
}

TEST(Fields, TheMaskOfTheRecordAllowsEveryField) {
    const FieldMask mask = mask_of_everything();
    for (const FieldNumber field : fields_in_use()) EXPECT_NE(mask.of(field), 0) << field;
}

} // namespace
} // namespace trialdex::index
