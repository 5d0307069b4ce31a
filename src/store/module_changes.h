// Which modules differ between two versions of a record, as JSON values.
#pragma once

#include "study/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trialdex::store {

struct ModuleChange {
    enum class Kind : std::uint8_t { Came, Changed, Went };
    std::string path; // "protocolSection.statusModule", or the name of a top-level member that is no section
    Kind kind = Kind::Changed;

    bool operator==(const ModuleChange&) const = default;
};

// In the order of `after`, then what went. The version holder must be blanked in both (see study::Record::text).
std::vector<ModuleChange> module_changes(study::Value before, study::Value after);

} // namespace trialdex::store
