#include "store/sqlite/module_bits.h"

#include "schema/schema.h"

namespace trialdex::store::sqlite {

namespace {

constexpr std::int64_t kBits = 63; // SQLite's integers are signed: the last bit is left alone
constexpr std::string_view kHasResults = "hasResults";

bool wants_bit(const schema::Node& node) {
    return node.kind == schema::NodeKind::Section || node.kind == schema::NodeKind::Module || node.path == kHasResults;
}

// Whether the record's top level has `hasResults`. It comes last in the registry's own records, and the closing brace
// that follows is the record's own, so the end of the text tells; only other layouts are read.
bool holds_has_results(const study::Record& record) {
    for (const std::string_view end : {",\"hasResults\":true}", ",\"hasResults\":false}"}) {
        if (record.text.ends_with(end)) return true;
    }
    const auto document = study::Document::parse(record.text);
    return document && document->root()[kHasResults];
}

} // namespace

Result<ModuleBits> ModuleBits::load(Database& database) {
    ModuleBits bits;
    bits.by_node_.resize(schema::nodes().size());
    Rows rows(database, "SELECT bit, path FROM module_bit");
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return bits;
        if (rows.integer(0) < 0 || rows.integer(0) >= kBits)
            return fail(ErrorCode::Corrupt, "A module's bit is damaged.");
        const std::uint64_t mask = std::uint64_t{1} << rows.integer(0);
        bits.by_path_.emplace(rows.text(1), mask);
        if (const auto* node = schema::find_path(rows.bytes(1)); node != nullptr && node->path != kHasResults) {
            bits.by_node_[node->id] = mask;
        }
    }
}

Result<void> ModuleBits::assign(Database& database) {
    for (const schema::Node& node : schema::nodes()) {
        if (!wants_bit(node)) continue;
        const auto next = database.integer("SELECT ifnull(max(bit) + 1, 0) FROM module_bit");
        if (!next) return tl::unexpected(next.error());
        if (*next >= kBits) return {}; // previous and next by this module find nothing
        Rows insert(database, "INSERT INTO module_bit(bit, path) VALUES (?, ?) ON CONFLICT(path) DO NOTHING", *next,
                    node.path);
        if (auto done = insert.run(); !done) return done;
    }
    return {};
}

std::optional<std::uint64_t> ModuleBits::mask_of(std::string_view path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? std::nullopt : std::optional(found->second);
}

std::uint64_t ModuleBits::mask_of(const study::Record& record) const {
    std::uint64_t mask = 0;
    for (const std::uint16_t id : record.present) mask |= by_node_[id];
    if (const auto bit = mask_of(kHasResults); bit && holds_has_results(record)) mask |= *bit;
    return mask;
}

std::vector<std::string> ModuleBits::modules_below(std::string_view path, std::uint64_t mask) const {
    std::vector<std::string> result;
    const std::string prefix = std::string(path) + '.';
    for (const auto& [module, bit] : by_path_) {
        if ((mask & bit) != 0 && module.starts_with(prefix)) result.push_back(module);
    }
    return result;
}

} // namespace trialdex::store::sqlite
