#include "schema/schema.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace trialdex::schema {
namespace {

TEST(Schema, HoldsTheWholeRecordStructure) {
    std::map<NodeKind, int> count;
    for (const Node& node : nodes()) ++count[node.kind];
    EXPECT_EQ(count[NodeKind::Field], 342);
    EXPECT_EQ(count[NodeKind::Section] + count[NodeKind::Module] + count[NodeKind::Entity], 112);
    EXPECT_EQ(count[NodeKind::Module], 23);
    EXPECT_EQ(count[NodeKind::Section], 5);
    EXPECT_EQ(enum_types().size(), 41U);
    EXPECT_EQ(search_areas().size(), 19U);
}

TEST(Schema, LookupsAgreeWithTheTree) {
    for (const Node& node : nodes()) {
        EXPECT_EQ(find_path(node.path), &node);
        EXPECT_EQ(find_piece(node.piece), &node);
        const Node* parent = parent_of(node);
        EXPECT_EQ(parent != nullptr ? find_child(*parent, node.name) : find_root(node.name), &node);
        for (const Node& child : children(node)) EXPECT_EQ(parent_of(child), &node);
    }
    EXPECT_EQ(find_path("protocolSection.nothing"), nullptr);
    EXPECT_EQ(find_piece("briefTitle"), nullptr);
    EXPECT_EQ(find_root("hasResults")->piece, "HasResults");
}

TEST(Schema, WalkingSiblingsMeetsEveryNodeOnce) {
    std::set<std::uint16_t> met;
    const auto walk = [&](const auto& self, Children level) -> void {
        for (const Node& node : level) {
            EXPECT_TRUE(met.insert(node.id).second);
            self(self, children(node));
        }
    };
    walk(walk, roots());
    EXPECT_EQ(met.size(), nodes().size());
}

TEST(Schema, CodesKnowTheirWords) {
    const Node* status = find_piece("OverallStatus");
    ASSERT_NE(status->enum_type, nullptr);
    EXPECT_EQ(status->value, ValueKind::Enum);
    EXPECT_EQ(status->enum_type->find("ACTIVE_NOT_RECRUITING")->legacy, "Active, not recruiting");
    EXPECT_EQ(status->enum_type->find("active_not_recruiting"), nullptr);
    EXPECT_EQ(find_enum("DateType")->pieces.size(), 8U);
    EXPECT_EQ(find_piece("Phase")->list, true);
    EXPECT_EQ(find_piece("LocationGeoPoint")->value, ValueKind::GeoPoint);
}

} // namespace
} // namespace trialdex::schema
