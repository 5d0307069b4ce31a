#include "store/sqlite/check.h"

#include "schema/schema.h"
#include "store/module_dates.h"
#include "store/sqlite/chain.h"
#include "store/sqlite/recount.h"
#include "store/sqlite/totals.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace trialdex::store::sqlite {

namespace {

constexpr std::size_t kMaxProblems = 100; // a ruined file has millions; the first ones tell the story

class Check {
public:
    explicit Check(Connection& connection) : connection_(connection), database_(connection.database) {}

    // Only what makes the check itself impossible is an error.
    Result<CheckReport> run() {
        const auto transaction = Transaction::begin(database_, Access::Read);
        if (!transaction) return tl::unexpected(transaction.error());
        const auto same_schema = counted_with_this_schema(database_);
        if (!same_schema) return tl::unexpected(same_schema.error());
        same_schema_ = *same_schema;
        check_database();
        check_studies();
        check_totals();
        check_structures();
        check_holders();
        check_log();
        check_dictionaries();
        return std::move(report_);
    }

private:
    void problem(std::string sentence) {
        if (report_.problems.size() < kMaxProblems) report_.problems.push_back(std::move(sentence));
    }

    // False when there is no further row; an error becomes a problem.
    bool next(Rows& rows) {
        const auto row = rows.next();
        if (row) return *row;
        problem(row.error().message);
        return false;
    }

    void expect_none(std::string_view sql, std::string_view what) {
        const auto count = database_.integer(sql);
        if (!count) return problem(count.error().message);
        if (*count != 0) problem(fmt::format("{}: {}.", what, *count));
    }

    void expect_equal(std::string_view what, std::uint64_t recorded, std::uint64_t counted) {
        if (recorded != counted) problem(fmt::format("{}: {} recorded, {} counted.", what, recorded, counted));
    }

    void check_database() {
        Rows rows(database_, "PRAGMA integrity_check(20)");
        while (next(rows)) {
            if (rows.bytes(0) != "ok") problem(fmt::format("SQLite: {}", rows.bytes(0)));
        }
    }

    void check_studies() {
        Rows rows(database_, "SELECT * FROM study ORDER BY nct");
        while (next(rows)) {
            const auto study = study_row(rows);
            if (!study) {
                problem(study.error().message);
                continue;
            }
            ++counted_.studies;
            counted_.with_results += study->has_results ? 1U : 0U;
            counted_.json_bytes += study->size;
            counted_.newest_holder = std::max(counted_.newest_holder, study->holder);
            if (!study->holder.empty()) ++holders_[study->holder];
            check_chain(*study);
        }
        report_.studies = counted_.studies;
        report_.versions = counted_.versions;
        expect_none("SELECT count(*) FROM record WHERE nct NOT IN (SELECT nct FROM study)", "Records without a study");
        expect_none("SELECT count(*) FROM version WHERE nct NOT IN (SELECT nct FROM study)",
                    "Versions without a study");
        expect_none("SELECT count(*) FROM alias WHERE nct NOT IN (SELECT nct FROM study)",
                    "Obsolete numbers without a study");
    }

    void check_chain(const StudyRow& study) {
        auto chain = Chain::load(connection_, study);
        if (!chain) return problem(chain.error().message);
        counted_.versions += chain->size();
        const std::vector<Link> links = chain->links();
        if (!std::ranges::is_sorted(links, {}, &Link::key)) {
            problem(fmt::format("The current version of {} is not its newest.", study.id.text()));
        }
        for (std::size_t at = 0; at < chain->size(); ++at) {
            const auto record = check_version(study, *chain, at);
            if (record && at + 1 == chain->size()) check_current(study, *record);
        }
    }

    std::optional<study::Record> check_version(const StudyRow& study, Chain& chain, std::size_t at) {
        const auto json = chain.json(at);
        if (!json) {
            problem(json.error().message);
            return std::nullopt;
        }
        const VersionInfo info = chain.info(at);
        auto record = study::check_record(*json);
        const bool same = record && record->id == study.id && record->fingerprint == info.fingerprint &&
                          record->last_update_posted == info.last_update_posted &&
                          (record->version_holder.empty() || record->version_holder == info.version_holder);
        if (!same) {
            problem(fmt::format("Version {} of {} is not the record that was taken.", at + 1, study.id.text()));
            return std::nullopt;
        }
        Rows logged(database_, "SELECT count(*) FROM change WHERE sequence = ? AND nct = ?", info.sequence,
                    study.id.number());
        if (next(logged) && logged.integer(0) == 0) {
            problem(fmt::format("Version {} of {} is not in the log of changes.", at + 1, study.id.text()));
        }
        return std::move(*record);
    }

    void check_current(const StudyRow& study, const study::Record& record) {
        for (const std::uint16_t id : record.present) ++structures_[std::string(schema::nodes()[id].path)];
        const auto stored = find_record(database_, study.id);
        if (!stored) return problem(stored.error().message);
        if (stored->title != record.brief_title || stored->status != record.overall_status ||
            study.has_results != record.has_results ||
            (same_schema_ && study.modules != connection_.modules.mask_of(record))) {
            problem(fmt::format("What is noted about {} is not what its record says.", study.id.text()));
        }
        const auto dates = ModuleDatesTable::decode(stored->dates, study.first_seen);
        if (!dates) problem(fmt::format("{}: {}", study.id.text(), dates.error().message));
        check_block(study);
        const std::set<NctId> aliases(record.aliases.begin(), record.aliases.end());
        for (const NctId alias : aliases) {
            Rows rows(database_, "SELECT count(*) FROM alias WHERE alias = ? AND nct = ?", alias.number(),
                      study.id.number());
            if (next(rows) && rows.integer(0) != 1) {
                problem(
                    fmt::format("{}, an obsolete number of {}, does not lead to it.", alias.text(), study.id.text()));
            }
        }
        aliases_ += aliases.size();
    }

    void check_block(const StudyRow& study) {
        Rows rows(database_, "SELECT modules FROM module_block WHERE block = ?", study.id.number() / kBlockSize);
        const std::uint64_t block = next(rows) ? rows.natural(0) : 0;
        if ((study.modules & ~block) != 0) {
            problem(fmt::format("{} cannot be reached from its neighbours by module.", study.id.text()));
        }
    }

    void check_totals() {
        const auto totals = load_totals(database_);
        if (!totals) return problem(totals.error().message);
        expect_equal("Studies", totals->studies, counted_.studies);
        expect_equal("Studies with results", totals->with_results, counted_.with_results);
        expect_equal("Versions", totals->versions, counted_.versions);
        expect_equal("JSON bytes", totals->json_bytes, counted_.json_bytes);
        if (totals->newest_holder < counted_.newest_holder) {
            problem(fmt::format("The newest data load is recorded as {}, but a study has {}.", totals->newest_holder,
                                counted_.newest_holder));
        }
        sequence_ = totals->sequence;
    }

    void check_structures() {
        const auto recorded = read_counts("SELECT path, studies FROM structure_count WHERE studies != 0");
        if (same_schema_ && recorded != structures_) problem("The counts of studies by structure do not add up.");
    }

    void check_holders() {
        const auto recorded = read_counts("SELECT holder, studies FROM holder_count WHERE studies != 0");
        if (recorded != holders_) problem("The counts of studies by data load do not add up.");
    }

    std::map<std::string, std::uint64_t> read_counts(std::string_view sql) {
        std::map<std::string, std::uint64_t> counts;
        Rows rows(database_, sql);
        while (next(rows)) counts.emplace(rows.text(0), rows.natural(1));
        return counts;
    }

    void check_log() {
        const auto count = database_.integer("SELECT count(*) FROM change");
        const auto last = database_.integer("SELECT max(sequence) FROM change");
        const auto firsts = database_.integer("SELECT count(*) FROM change WHERE outcome = 0");
        if (!count || !last || !firsts) return problem("The log of changes cannot be read.");
        expect_equal("Changes", sequence_, static_cast<std::uint64_t>(*count));
        expect_equal("Number of the last change", sequence_, static_cast<std::uint64_t>(*last));
        expect_equal("Studies in the log of changes", counted_.studies, static_cast<std::uint64_t>(*firsts));
        expect_none("SELECT count(*) FROM change WHERE run NOT IN (SELECT number FROM run)",
                    "Changes without an import run");
        expect_none("SELECT count(*) FROM run LEFT JOIN (SELECT run AS logged, sum(outcome = 0) AS first, "
                    "sum(outcome = 1) AS newer, sum(outcome = 2) AS past FROM change GROUP BY run) ON logged = number "
                    "WHERE added != ifnull(first, 0) OR updated != ifnull(newer, 0) OR older != ifnull(past, 0)",
                    "Import runs whose counts are not those of the log");
    }

    void check_dictionaries() {
        Rows rows(database_, "SELECT count(*) FROM alias");
        if (next(rows)) expect_equal("Obsolete numbers", rows.natural(0), aliases_);
        const auto newest = newest_dictionary(database_);
        if (!newest) problem(newest.error().message);
    }

    Connection& connection_;
    Database& database_;
    CheckReport report_;
    bool same_schema_ = true; // otherwise counts by structure differ rightly, until the next import
    Totals counted_;
    std::uint64_t sequence_ = 0;
    std::uint64_t aliases_ = 0;
    std::map<std::string, std::uint64_t> structures_;
    std::map<std::string, std::uint64_t> holders_;
};

} // namespace

Result<CheckReport> check_registry(Connection& connection) { return Check(connection).run(); }

} // namespace trialdex::store::sqlite
