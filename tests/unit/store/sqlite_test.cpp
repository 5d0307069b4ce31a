// What is particular to the SQLite store: changes of the schema under an existing registry.
#include "schema/schema.h"
#include "store/sqlite/database.h"
#include "store_kit.h"

namespace trialdex::store {
namespace {

class Sqlite : public StoreTest {
protected:
    void execute(const std::string& sql) {
        store_.reset();
        auto database = sqlite::Database::open(folder_.path("registry.db"), sqlite::Access::Write);
        ASSERT_TRUE(database);
        const auto done = database->execute(sql);
        ASSERT_TRUE(done) << done.error().message;
    }

    std::uint64_t count_of(std::string_view path) const {
        return store_->structure_counts()->at(schema::find_path(path)->id);
    }
};
INSTANTIATE_TEST_SUITE_P(Store, Sqlite, testing::Values(store_kinds().front()), kind_name);

TEST_P(Sqlite, IsCountedAgainWhenTheSchemaHasChanged) {
    Draft with_results;
    with_results.id = 2;
    with_results.results = true;
    put({Draft{}, with_results});
    // As a schema would leave it that had no results section and had a module that ours has not.
    execute("UPDATE registry SET structures = 1;"
            "DELETE FROM structure_count WHERE path LIKE 'resultsSection%';"
            "INSERT INTO structure_count VALUES ('protocolSection.formerModule', 2);"
            "DELETE FROM module_bit WHERE path LIKE 'resultsSection%';"
            "UPDATE module_bit SET path = 'protocolSection.formerModule' WHERE path = 'protocolSection.statusModule';");
    open(OpenMode::ReadOnly);
    EXPECT_EQ(count_of("resultsSection"), 0U);
    expect_sound(); // older counts are no damage

    open();
    EXPECT_EQ(count_of("resultsSection.moreInfoModule"), 1U);
    EXPECT_EQ(count_of("protocolSection.statusModule"), 2U);
    EXPECT_EQ(store_->next(NctId(1), "resultsSection.moreInfoModule").value(), NctId(2));
    EXPECT_EQ(store_->next(NctId(1), "protocolSection.statusModule").value(), NctId(2));
    EXPECT_EQ(store_->next(NctId(1), "protocolSection.formerModule").value(), std::nullopt);
    expect_sound();
}

} // namespace
} // namespace trialdex::store
