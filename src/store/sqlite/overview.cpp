#include "store/sqlite/overview.h"

#include "schema/schema.h"
#include "store/sqlite/totals.h"

#include <algorithm>

namespace trialdex::store::sqlite {

namespace {

// What `make` makes of each row.
template <class Make> auto collect(Rows& rows, const Make& make) -> Result<std::vector<decltype(make(rows))>> {
    std::vector<decltype(make(rows))> result;
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return result;
        result.push_back(make(rows));
    }
}

std::int64_t as_limit(std::size_t limit) { return static_cast<std::int64_t>(std::min<std::size_t>(limit, INT64_MAX)); }

ImportRun run_of(const Rows& rows) {
    return {rows.natural(0), rows.text(1),    rows.integer(2), rows.integer(3), rows.natural(4),
            rows.natural(5), rows.natural(6), rows.natural(7), rows.natural(8), rows.natural(9)};
}

Result<std::string> text_of(Rows& rows) {
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    return *row ? rows.text(0) : std::string();
}

Result<std::optional<NctId>> id_of(Rows& rows) {
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::nullopt;
    return NctId(static_cast<std::uint32_t>(rows.integer(0)));
}

} // namespace

Result<Summary> read_summary(Connection& connection) {
    const auto transaction = Transaction::begin(connection.database, Access::Read);
    if (!transaction) return tl::unexpected(transaction.error());
    auto totals = load_totals(connection.database);
    if (!totals) return tl::unexpected(totals.error());
    Summary summary;
    summary.studies = totals->studies;
    summary.with_results = totals->with_results;
    summary.versions = totals->versions;
    summary.last_sequence = totals->sequence;
    summary.newest_version_holder = std::move(totals->newest_holder);
    summary.invented = totals->invented;
    summary.json_bytes = totals->json_bytes;

    Rows holder(connection.database, "SELECT holder FROM holder_count WHERE studies > 0 ORDER BY holder LIMIT 1");
    auto oldest = text_of(holder);
    if (!oldest) return tl::unexpected(oldest.error());
    summary.oldest_version_holder = std::move(*oldest);
    Rows posted(connection.database, "SELECT posted FROM study ORDER BY posted DESC LIMIT 1");
    auto newest = text_of(posted);
    if (!newest) return tl::unexpected(newest.error());
    summary.newest_update_posted = std::move(*newest);
    Rows run(connection.database, "SELECT * FROM run WHERE finished != 0 ORDER BY number DESC LIMIT 1");
    auto runs = collect(run, run_of);
    if (!runs) return tl::unexpected(runs.error());
    if (!runs->empty()) summary.last_run = std::move(runs->front());
    return summary;
}

Result<std::vector<StudyBrief>> read_recently_updated(Connection& connection, std::size_t limit) {
    Rows rows(connection.database,
              "SELECT nct, title, status, posted FROM study JOIN record USING (nct) ORDER BY posted DESC, nct DESC "
              "LIMIT ?",
              as_limit(limit));
    return collect(rows, [](const Rows& row) {
        return StudyBrief{NctId(static_cast<std::uint32_t>(row.integer(0))), row.text(1), row.text(2), row.text(3)};
    });
}

Result<std::vector<ImportRun>> read_runs(Connection& connection, std::size_t limit) {
    Rows rows(connection.database, "SELECT * FROM run ORDER BY number DESC LIMIT ?", as_limit(limit));
    return collect(rows, run_of);
}

Result<std::vector<Change>> read_changes(Connection& connection, std::uint64_t since, std::size_t limit) {
    Rows rows(connection.database,
              "SELECT sequence, nct, outcome, time FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?", since,
              as_limit(limit));
    return collect(rows, [](const Rows& row) {
        return Change{row.natural(0), NctId(static_cast<std::uint32_t>(row.integer(1))),
                      static_cast<Outcome>(row.integer(2)), row.integer(3)};
    });
}

Result<std::vector<std::uint64_t>> read_structure_counts(Connection& connection) {
    std::vector<std::uint64_t> counts(schema::nodes().size());
    Rows rows(connection.database, "SELECT path, studies FROM structure_count");
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return counts;
        // Structures that this program's schema no longer has are counted on, in case it gets them back.
        if (const auto* node = schema::find_path(rows.bytes(0))) counts[node->id] = rows.natural(1);
    }
}

Result<std::optional<NctId>> read_alias(Connection& connection, NctId alias) {
    Rows rows(connection.database, "SELECT nct FROM alias WHERE alias = ? ORDER BY nct LIMIT 1", alias.number());
    return id_of(rows);
}

} // namespace trialdex::store::sqlite
