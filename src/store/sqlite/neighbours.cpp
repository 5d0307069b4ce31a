// The study before and after another one, among those that hold a module. Modules can be rare (a violation notice: a
// few hundred in 600,000), so whole blocks of numbers where nobody has it are passed over.
#include "store/sqlite/overview.h"
#include "store/sqlite/totals.h"

namespace trialdex::store::sqlite {

namespace {

Result<std::optional<std::uint32_t>> number_of(Rows& rows) {
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::nullopt;
    return static_cast<std::uint32_t>(rows.integer(0));
}

Result<std::optional<NctId>> as_id(const Result<std::optional<std::uint32_t>>& number) {
    if (!number) return tl::unexpected(number.error());
    return *number ? std::optional(NctId(**number)) : std::nullopt;
}

// Both ends of `from` … `to` included.
Result<std::optional<std::uint32_t>> first_between(Connection& connection, std::uint32_t from, std::uint32_t to,
                                                   std::uint64_t mask) {
    Rows rows(connection.database,
              "SELECT nct FROM study WHERE nct BETWEEN ? AND ? AND modules & ? ORDER BY nct LIMIT 1", from, to, mask);
    return number_of(rows);
}

Result<std::optional<std::uint32_t>> last_between(Connection& connection, std::uint32_t from, std::uint32_t to,
                                                  std::uint64_t mask) {
    Rows rows(connection.database,
              "SELECT nct FROM study WHERE nct BETWEEN ? AND ? AND modules & ? ORDER BY nct DESC LIMIT 1", from, to,
              mask);
    return number_of(rows);
}

Result<std::optional<std::uint32_t>> next_with(Connection& connection, std::uint32_t number, std::uint64_t mask) {
    std::uint32_t block = number / kBlockSize;
    auto found = first_between(connection, number + 1, block * kBlockSize + kBlockSize - 1, mask);
    while (found && !*found) {
        Rows rows(connection.database,
                  "SELECT block FROM module_block WHERE block > ? AND modules & ? ORDER BY block LIMIT 1", block, mask);
        const auto later = number_of(rows);
        if (!later || !*later) return later;
        block = **later;
        found = first_between(connection, block * kBlockSize, block * kBlockSize + kBlockSize - 1, mask);
    }
    return found;
}

Result<std::optional<std::uint32_t>> previous_with(Connection& connection, std::uint32_t number, std::uint64_t mask) {
    std::uint32_t block = number / kBlockSize;
    auto found = last_between(connection, block * kBlockSize, number - 1, mask);
    while (found && !*found) {
        Rows rows(connection.database,
                  "SELECT block FROM module_block WHERE block < ? AND modules & ? ORDER BY block DESC LIMIT 1", block,
                  mask);
        const auto earlier = number_of(rows);
        if (!earlier || !*earlier) return earlier;
        block = **earlier;
        found = last_between(connection, block * kBlockSize, block * kBlockSize + kBlockSize - 1, mask);
    }
    return found;
}

} // namespace

Result<std::optional<NctId>> read_previous(Connection& connection, NctId id, std::string_view module_path) {
    if (module_path.empty()) {
        Rows rows(connection.database, "SELECT nct FROM study WHERE nct < ? ORDER BY nct DESC LIMIT 1", id.number());
        return as_id(number_of(rows));
    }
    const auto mask = connection.modules.mask_of(module_path);
    if (!mask) return std::nullopt;
    const auto transaction = Transaction::begin(connection.database, Access::Read);
    if (!transaction) return tl::unexpected(transaction.error());
    return as_id(previous_with(connection, id.number(), *mask));
}

Result<std::optional<NctId>> read_next(Connection& connection, NctId id, std::string_view module_path) {
    if (module_path.empty()) {
        Rows rows(connection.database, "SELECT nct FROM study WHERE nct > ? ORDER BY nct LIMIT 1", id.number());
        return as_id(number_of(rows));
    }
    const auto mask = connection.modules.mask_of(module_path);
    if (!mask) return std::nullopt;
    const auto transaction = Transaction::begin(connection.database, Access::Read);
    if (!transaction) return tl::unexpected(transaction.error());
    return as_id(next_with(connection, id.number(), *mask));
}

} // namespace trialdex::store::sqlite
