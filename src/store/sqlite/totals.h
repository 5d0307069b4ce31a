// The registry's running counts, so that nobody has to count 600,000 studies for the home page. Loaded at the start of
// a transaction, moved by what it does, saved at its end; never kept in between, so a transaction that fails leaves no
// trace.
#pragma once

#include "store/sqlite/database.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace trialdex::store::sqlite {

struct Totals {
    std::uint64_t studies = 0;
    std::uint64_t with_results = 0;
    std::uint64_t versions = 0;
    std::uint64_t sequence = 0; // of the last change
    std::uint64_t json_bytes = 0;
    std::string newest_holder;
    bool invented = false;
};

Result<Totals> load_totals(Database& database);

class TotalsChange {
public:
    static Result<TotalsChange> begin(Database& database);
    Result<void> save(Database& database) const;

    Totals totals;
    // +1 or -1 for each structure that a current record holds, by schema node id.
    void count_structures(std::span<const std::uint16_t> present, std::int64_t change);
    // +1 or -1 for the data load of a current record; an empty holder does not count.
    void count_holder(const std::string& holder, std::int64_t change);
    // The modules of a study that entered or changed.
    void mark_modules(std::uint32_t nct, std::uint64_t modules);

private:
    std::map<std::uint16_t, std::int64_t> structures_;
    std::map<std::string, std::int64_t> holders_;
    std::map<std::uint32_t, std::uint64_t> blocks_;
};

// Studies are grouped by number in blocks of this many; module_block holds what modules occur in each, so that the
// search for the next study with a rare module passes over whole blocks.
inline constexpr std::uint32_t kBlockSize = 1024;

} // namespace trialdex::store::sqlite
