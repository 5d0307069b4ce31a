#include "store/sqlite/recount.h"

#include "base/hash.h"
#include "schema/schema.h"
#include "store/sqlite/study_table.h"
#include "store/sqlite/totals.h"

#include <fmt/format.h>
#include <vector>

namespace trialdex::store::sqlite {

namespace {

Result<std::vector<NctId>> all_ids(Database& database) {
    std::vector<NctId> ids;
    Rows rows(database, "SELECT nct FROM study ORDER BY nct");
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return ids;
        ids.emplace_back(static_cast<std::uint32_t>(rows.integer(0)));
    }
}

Result<void> recount_study(Connection& connection, NctId id, TotalsChange& change) {
    auto study = find_study(connection.database, id);
    if (!study) return tl::unexpected(study.error());
    auto record = find_record(connection.database, id);
    if (!record) return tl::unexpected(record.error());
    auto text = connection.unpack(record->body, (*study)->size);
    if (!text) return tl::unexpected(text.error());
    const auto document = study::Document::parse(*text);
    if (!document) return fail(ErrorCode::Corrupt, fmt::format("The stored record of {} is no JSON.", id.text()));

    study::Record facts;
    facts.text = std::move(*text);
    facts.present = study::present_structures(document->root());
    change.count_structures(facts.present, +1);
    (*study)->modules = connection.modules.mask_of(facts);
    change.mark_modules(id.number(), (*study)->modules);
    return touch_study(connection.database, **study);
}

} // namespace

std::uint64_t structures_digest() {
    std::string paths;
    for (const schema::Node& node : schema::nodes()) {
        if (!node.is_leaf()) paths += fmt::format("{}\n", node.path);
    }
    return hash64(paths);
}

Result<bool> counted_with_this_schema(Database& database) {
    const auto counted = database.integer("SELECT structures FROM registry");
    if (!counted) return tl::unexpected(counted.error());
    return static_cast<std::uint64_t>(*counted) == structures_digest();
}

Result<void> recount_structures(Connection& connection) {
    Database& database = connection.database;
    const auto counted = counted_with_this_schema(database);
    if (!counted) return tl::unexpected(counted.error());
    if (*counted) return {};
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto emptied = database.execute("DELETE FROM structure_count; DELETE FROM module_block"); !emptied) {
        return emptied;
    }
    auto change = TotalsChange::begin(database);
    if (!change) return tl::unexpected(change.error());
    const auto ids = all_ids(database);
    if (!ids) return tl::unexpected(ids.error());
    for (const NctId id : *ids) {
        if (auto done = recount_study(connection, id, *change); !done) return done;
    }
    if (auto saved = change->save(database); !saved) return saved;
    Rows rows(database, "UPDATE registry SET structures = ?", structures_digest());
    if (auto done = rows.run(); !done) return done;
    return transaction->commit();
}

} // namespace trialdex::store::sqlite
