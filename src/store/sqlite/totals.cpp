#include "store/sqlite/totals.h"

#include "schema/schema.h"

namespace trialdex::store::sqlite {

Result<Totals> load_totals(Database& database) {
    Rows rows(database,
              "SELECT studies, with_results, versions, sequence, json_bytes, newest_holder, invented FROM registry");
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(ErrorCode::Corrupt, "The registry's totals are missing from its database.");
    return Totals{rows.natural(0), rows.natural(1), rows.natural(2),     rows.natural(3),
                  rows.natural(4), rows.text(5),    rows.integer(6) != 0};
}

Result<TotalsChange> TotalsChange::begin(Database& database) {
    auto totals = load_totals(database);
    if (!totals) return tl::unexpected(totals.error());
    TotalsChange change;
    change.totals = std::move(*totals);
    return change;
}

void TotalsChange::count_structures(std::span<const std::uint16_t> present, std::int64_t change) {
    for (const std::uint16_t id : present) structures_[id] += change;
}

void TotalsChange::count_holder(const std::string& holder, std::int64_t change) {
    if (!holder.empty()) holders_[holder] += change;
}

void TotalsChange::mark_modules(std::uint32_t nct, std::uint64_t modules) { blocks_[nct / kBlockSize] |= modules; }

Result<void> TotalsChange::save(Database& database) const {
    Rows registry(database,
                  "UPDATE registry SET studies = ?, with_results = ?, versions = ?, sequence = ?, json_bytes = ?, "
                  "newest_holder = ?",
                  totals.studies, totals.with_results, totals.versions, totals.sequence, totals.json_bytes,
                  totals.newest_holder);
    if (auto done = registry.run(); !done) return done;
    for (const auto& [id, change] : structures_) {
        Rows rows(database,
                  "INSERT INTO structure_count VALUES (?, ?) ON CONFLICT(path) DO UPDATE SET studies = studies + "
                  "excluded.studies",
                  schema::nodes()[id].path, change);
        if (auto done = rows.run(); !done) return done;
    }
    for (const auto& [holder, change] : holders_) {
        Rows rows(database,
                  "INSERT INTO holder_count VALUES (?, ?) ON CONFLICT(holder) DO UPDATE SET studies = studies + "
                  "excluded.studies",
                  holder, change);
        if (auto done = rows.run(); !done) return done;
    }
    for (const auto& [block, modules] : blocks_) {
        Rows rows(database,
                  "INSERT INTO module_block VALUES (?, ?) ON CONFLICT(block) DO UPDATE SET modules = modules | "
                  "excluded.modules",
                  block, modules);
        if (auto done = rows.run(); !done) return done;
    }
    return {};
}

} // namespace trialdex::store::sqlite
