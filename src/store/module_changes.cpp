#include "store/module_changes.h"

#include "study/record.h"

#include <fmt/format.h>
#include <map>

namespace trialdex::store {

namespace {

struct Module {
    std::string path;
    study::Value value;
};

// As study::module_fingerprints names them.
std::vector<Module> modules_of(study::Value root) {
    std::vector<Module> modules;
    for (const study::Value section : root) {
        if (!section.is_object()) {
            modules.push_back({std::string(section.key()), section});
            continue;
        }
        for (const study::Value module : section) {
            modules.push_back({fmt::format("{}.{}", section.key(), module.key()), module});
        }
    }
    return modules;
}

// Most modules are the same to the byte, and hashing them was a fifth of an update.
bool same(study::Value a, study::Value b) {
    return a.raw() == b.raw() || study::fingerprint_of(a) == study::fingerprint_of(b);
}

} // namespace

std::vector<ModuleChange> module_changes(study::Value before, study::Value after) {
    std::map<std::string, study::Value> old_modules;
    for (Module& module : modules_of(before)) old_modules.emplace(std::move(module.path), module.value);
    std::vector<ModuleChange> changes;
    for (Module& module : modules_of(after)) {
        const auto old = old_modules.find(module.path);
        if (old == old_modules.end()) {
            changes.push_back({std::move(module.path), ModuleChange::Kind::Came});
            continue;
        }
        if (!same(old->second, module.value)) changes.push_back({module.path, ModuleChange::Kind::Changed});
        old_modules.erase(old);
    }
    for (const auto& [path, value] : old_modules) changes.push_back({path, ModuleChange::Kind::Went});
    return changes;
}

} // namespace trialdex::store
