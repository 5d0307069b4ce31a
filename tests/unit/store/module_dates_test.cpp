#include "store/module_dates.h"

#include <gmock/gmock.h>
#include <random>

namespace trialdex::store {
namespace {

using testing::ElementsAre;
using Kind = ModuleChange::Kind;

std::vector<ModuleChange> changes(std::string before, std::string after) {
    const auto old_record = study::Document::parse(std::move(before)).value();
    const auto new_record = study::Document::parse(std::move(after)).value();
    return module_changes(old_record.root(), new_record.root());
}

TEST(ModuleChanges, CameChangedAndWent) {
    EXPECT_THAT(changes(R"({"a":{"x":{"v":1},"y":{"v":1},"z":{"v":1}},"flag":true})",
                        R"({"a":{"x":{"v":1},"y":{"v":2},"w":{}},"flag":false})"),
                ElementsAre(ModuleChange{"a.y", Kind::Changed}, ModuleChange{"a.w", Kind::Came},
                            ModuleChange{"flag", Kind::Changed}, ModuleChange{"a.z", Kind::Went}));
}

TEST(ModuleChanges, AnotherLayoutOfTheSameValueIsNoChange) {
    EXPECT_THAT(changes(R"({"a":{"x":{"v":1,"w":[1,2]}},"b":{}})", R"({"b":{},"a":{"x":{"w":[1.0,2],"v":1e0}}})"),
                testing::IsEmpty());
}

TEST(ModuleDates, NothingIsWrittenUntilSomethingChanges) {
    const ModuleDatesTable table(1000);
    EXPECT_EQ(table.encode(), "");
    EXPECT_EQ(table.find("a.x").first_seen, 1000);
    EXPECT_EQ(table.find("a.x").last_changed, 1000);
}

TEST(ModuleDates, ComeBackFromTheBlob) {
    ModuleDatesTable table(1'700'000'000'000);
    table.advance(std::vector<ModuleChange>{{"a.x", Kind::Changed}, {"a.y", Kind::Came}, {"a.z", Kind::Went}},
                  1'700'000'000'500);
    table.advance(std::vector<ModuleChange>{{"a.y", Kind::Changed}, {"a.z", Kind::Came}}, 1'699'999'999'000);
    const auto back = ModuleDatesTable::decode(table.encode(), 1'700'000'000'000).value();
    EXPECT_EQ(back.encode(), table.encode());
    EXPECT_EQ(back.find("a.x").last_changed, 1'700'000'000'500);
    EXPECT_EQ(back.find("a.y").first_seen, 1'700'000'000'500);
    EXPECT_EQ(back.find("a.y").last_changed, 1'699'999'999'000) << "clocks may go back";
    EXPECT_EQ(back.find("a.z").first_seen, 1'700'000'000'000) << "gone and back: as old as before";
    EXPECT_EQ(back.find("a.other").first_seen, 1'700'000'000'000);
}

TEST(ModuleDates, DamageIsFound) {
    ModuleDatesTable table(1000);
    table.advance(std::vector<ModuleChange>{{"a.x", Kind::Changed}, {"a.y", Kind::Came}}, 5000);
    const std::string blob = table.encode();
    for (std::size_t at = 0; at < blob.size(); ++at) {
        std::string damaged = blob;
        damaged[at] ^= 1;
        EXPECT_EQ(ModuleDatesTable::decode(damaged, 1000).error().code, ErrorCode::Corrupt) << at;
        if (at > 0) {
            EXPECT_FALSE(ModuleDatesTable::decode(std::string_view(blob).substr(0, at), 1000)) << at;
        }
    }
}

TEST(ModuleDates, FloodsOfUnknownModulesAreCut) {
    ModuleDatesTable table(1000);
    std::vector<ModuleChange> flood;
    for (int i = 0; i < 5000; ++i) flood.push_back({"a.m" + std::to_string(i), Kind::Came});
    table.advance(flood, 2000);
    EXPECT_LT(table.encode().size(), 20'000U);
    EXPECT_EQ(table.find("a.m0").first_seen, 2000);
}

} // namespace
} // namespace trialdex::store
