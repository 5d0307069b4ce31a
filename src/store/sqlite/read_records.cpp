#include "store/sqlite/read_records.h"

#include "base/hash.h"
#include "store/module_dates.h"
#include "store/sqlite/chain.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::store::sqlite {

namespace {

tl::unexpected<Error> no_such_study(NctId id) {
    return fail(ErrorCode::NotFound, fmt::format("This registry has no study {}.", id.text()));
}

StoredRecord described(const StudyRow& study) {
    StoredRecord record;
    record.id = study.id;
    record.version = {study.version_count, study.posted,   study.holder,
                      study.version_seen,  study.sequence, study.fingerprint};
    record.version_count = study.version_count;
    record.first_seen = study.first_seen;
    record.last_changed = study.last_changed;
    return record;
}

// Of a row of study.*, checksum, body.
Result<StoredRecord> current_of(Connection& connection, const Rows& rows) {
    const auto study = study_row(rows);
    if (!study) return tl::unexpected(study.error());
    const std::string_view body = rows.bytes(kStudyColumns + 1);
    if (hash64(body) != rows.natural(kStudyColumns)) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The stored record of {} is damaged: its checksum does not match.", study->id.text()));
    }
    auto text = connection.unpack(body, study->size);
    if (!text) return tl::unexpected(text.error());
    StoredRecord record = described(*study);
    record.json = study::restore_holder(std::move(*text), study->slot, study->holder);
    return record;
}

Result<StudyRow> existing_study(Connection& connection, NctId id) {
    auto study = find_study(connection.database, id);
    if (!study) return tl::unexpected(study.error());
    if (!*study) return no_such_study(id);
    return std::move(**study);
}

// A module that has no bit (unknown to the schema) is looked for in the record itself.
Result<bool> record_holds(Connection& connection, NctId id, std::string_view path) {
    auto record = read_current(connection, id);
    if (!record) return tl::unexpected(record.error());
    const auto document = study::Document::parse(std::move(record->json));
    if (!document) return fail(ErrorCode::Corrupt, fmt::format("The stored record of {} is no JSON.", id.text()));
    return std::ranges::any_of(study::module_fingerprints(document->root()),
                               [&](const auto& module) { return module.path == path; });
}

} // namespace

Result<StoredRecord> read_current(Connection& connection, NctId id) {
    Rows rows(connection.database, "SELECT study.*, checksum, body FROM study JOIN record USING (nct) WHERE nct = ?",
              id.number());
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return no_such_study(id);
    return current_of(connection, rows);
}

Result<StoredRecord> read_version(Connection& connection, NctId id, std::uint32_t number) {
    const auto transaction = Transaction::begin(connection.database, Access::Read);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto study = existing_study(connection, id);
    if (!study) return tl::unexpected(study.error());
    auto chain = Chain::load(connection, *study);
    if (!chain) return tl::unexpected(chain.error());
    if (number < 1 || number > chain->size()) {
        return fail(ErrorCode::NotFound,
                    fmt::format("This registry has no version {2} of {1}; it has versions 1 to {0}.", chain->size(),
                                id.text(), number));
    }
    auto json = chain->json(number - 1);
    if (!json) return tl::unexpected(json.error());
    StoredRecord record = described(*study);
    record.json = std::move(*json);
    record.version = chain->info(number - 1);
    return record;
}

Result<std::vector<VersionInfo>> read_versions(Connection& connection, NctId id) {
    const auto transaction = Transaction::begin(connection.database, Access::Read);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto study = existing_study(connection, id);
    if (!study) return tl::unexpected(study.error());
    const auto chain = Chain::load(connection, *study);
    if (!chain) return tl::unexpected(chain.error());
    std::vector<VersionInfo> versions;
    versions.reserve(chain->size());
    for (std::size_t at = 0; at < chain->size(); ++at) versions.push_back(chain->info(at));
    return versions;
}

Result<void> read_between(Connection& connection, NctId first, NctId last,
                          const std::function<bool(const StoredRecord&)>& visit) {
    Rows rows(
        connection.database,
        "SELECT study.*, checksum, body FROM study JOIN record USING (nct) WHERE nct BETWEEN ? AND ? ORDER BY nct",
        first.number(), last.number());
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
        const auto record = current_of(connection, rows);
        if (!record) return tl::unexpected(record.error());
        if (!visit(*record)) return {};
    }
}

Result<std::vector<NctId>> read_ids(Connection& connection) {
    std::vector<NctId> ids;
    Rows rows(connection.database, "SELECT nct FROM study ORDER BY nct");
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return ids;
        ids.emplace_back(static_cast<std::uint32_t>(rows.natural(0)));
    }
}

Result<std::optional<ModuleDates>> read_module_dates(Connection& connection, NctId id, std::string_view path) {
    const auto transaction = Transaction::begin(connection.database, Access::Read);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto study = existing_study(connection, id);
    if (!study) return tl::unexpected(study.error());
    if (const auto mask = connection.modules.mask_of(path)) {
        if ((study->modules & *mask) == 0) return std::nullopt;
    } else {
        const auto holds = record_holds(connection, id, path);
        if (!holds) return tl::unexpected(holds.error());
        if (!*holds) return std::nullopt;
    }
    const auto record = find_record(connection.database, id);
    if (!record) return tl::unexpected(record.error());
    const auto dates = ModuleDatesTable::decode(record->dates, study->first_seen);
    if (!dates) return tl::unexpected(dates.error());

    const auto modules = connection.modules.modules_below(path, study->modules);
    if (modules.empty()) return dates->find(path);
    ModuleDates section =
        dates->find(modules.front()); // a section is as old as its oldest module, as new as its newest
    for (const std::string& module : modules) {
        const ModuleDates of_module = dates->find(module);
        section.first_seen = std::min(section.first_seen, of_module.first_seen);
        section.last_changed = std::max(section.last_changed, of_module.last_changed);
    }
    return section;
}

} // namespace trialdex::store::sqlite
