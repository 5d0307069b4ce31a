// Keeping counted things within a limit.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

namespace trialdex::index {

// Erases entries of the least studies until at most `limit` are left. Which of equally rare ones go is decided by their
// keys and not by the order in the table, so that the same records make the same index.
template <class Table, class Studies> void keep_commonest(Table& table, std::size_t limit, Studies&& studies_of) {
    if (table.size() <= limit) return;
    std::vector<typename Table::iterator> entries;
    entries.reserve(table.size());
    for (auto at = table.begin(); at != table.end(); ++at) entries.push_back(at);
    const auto cut = entries.begin() + static_cast<std::ptrdiff_t>(limit);
    std::nth_element(entries.begin(), cut, entries.end(), [&](const auto& a, const auto& b) {
        const std::uint32_t one = studies_of(a->second);
        const std::uint32_t other = studies_of(b->second);
        return one != other ? one > other : a->first < b->first;
    });
    std::for_each(cut, entries.end(), [&](const auto& entry) { table.erase(entry); });
}

} // namespace trialdex::index
