// Which sections and modules a record holds, as 64 bits. A module keeps its bit for the life of the registry, whatever
// becomes of the schema's numbering: the bits are kept in a table by path.
#pragma once

#include "store/sqlite/database.h"
#include "study/record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::store::sqlite {

class ModuleBits {
public:
    static Result<ModuleBits> load(Database& database);
    // Gives bits to the schema's sections and modules that have none yet; inside a write transaction.
    static Result<void> assign(Database& database);

    // The bit of a section's or module's path (or hasResults) as a mask; nullopt for all other paths.
    std::optional<std::uint64_t> mask_of(std::string_view path) const;
    // What `record` holds.
    std::uint64_t mask_of(const study::Record& record) const;
    // Paths of the modules in `mask` right below the section `path`.
    std::vector<std::string> modules_below(std::string_view path, std::uint64_t mask) const;

private:
    std::map<std::string, std::uint64_t, std::less<>> by_path_;
    std::vector<std::uint64_t> by_node_; // by schema node id, 0 for nodes without a bit
};

} // namespace trialdex::store::sqlite
