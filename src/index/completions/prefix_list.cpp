#include "index/completions/prefix_list.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace trialdex::index {

namespace {

// A prefix entry with the first eight bytes of its text as a number, which settles most comparisons.
struct Sortable {
    std::uint64_t head;
    PrefixEntry entry;
};

std::string_view ending_at_nul(std::string_view text, std::size_t place) {
    text.remove_prefix(std::min(place, text.size()));
    return text.substr(0, text.find('\0'));
}

std::uint64_t head_of(std::string_view text) {
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < 8; ++i) head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return head;
}

void sort_by_text(std::string_view text, std::vector<PrefixEntry>& entries) {
    std::vector<Sortable> sortable;
    sortable.reserve(entries.size());
    for (const PrefixEntry& entry : entries) sortable.push_back({head_of(ending_at_nul(text, entry.place)), entry});
    std::ranges::sort(sortable, [text](const Sortable& a, const Sortable& b) {
        if (a.head != b.head) return a.head < b.head;
        const int order = ending_at_nul(text, a.entry.place).compare(ending_at_nul(text, b.entry.place));
        return order != 0 ? order < 0 : a.entry.name < b.entry.name;
    });
    std::ranges::transform(sortable, entries.begin(), &Sortable::entry);
}

std::size_t blocks_of(std::size_t entries) { return (entries + kPrefixBlock - 1) / kPrefixBlock; }

} // namespace

void write_prefix_list(std::string_view text, std::vector<PrefixEntry> entries, ArrayWriter& out) {
    sort_by_text(text, entries);
    std::vector<std::uint32_t> places(entries.size());
    std::vector<std::uint32_t> names(entries.size());
    std::vector<std::uint32_t> smallest(blocks_of(entries.size()), UINT32_MAX);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        places[i] = entries[i].place;
        names[i] = entries[i].name;
        smallest[i / kPrefixBlock] = std::min(smallest[i / kPrefixBlock], names[i]);
    }
    out.add(std::span<const std::uint32_t>(places));
    out.add(std::span<const std::uint32_t>(names));
    out.add(std::span<const std::uint32_t>(smallest));
}

PrefixList PrefixList::take(ArrayReader& reader, std::uint64_t entries, std::string_view text) {
    PrefixList list;
    list.text_ = text;
    list.places_ = reader.take<std::uint32_t>(entries);
    list.names_ = reader.take<std::uint32_t>(entries);
    list.smallest_ = reader.take<std::uint32_t>(blocks_of(list.names_.size()));
    return list;
}

// Comparing as many bytes as the prefix has may run over the NUL into the next text, but the NUL decides before.
std::pair<std::size_t, std::size_t> PrefixList::range(std::string_view prefix) const {
    const auto order = [&](std::uint32_t place) {
        return text_.substr(std::min<std::size_t>(place, text_.size()), prefix.size()).compare(prefix);
    };
    const auto begin = std::ranges::partition_point(places_, [&](std::uint32_t place) { return order(place) < 0; });
    const auto end = std::partition_point(begin, places_.end(), [&](std::uint32_t place) { return order(place) == 0; });
    return {static_cast<std::size_t>(begin - places_.begin()), static_cast<std::size_t>(end - places_.begin())};
}

std::vector<std::uint32_t> PrefixList::best(std::string_view prefix, std::size_t limit) const {
    const auto [begin, end] = range(prefix);
    limit = std::min(limit, end - begin);
    std::vector<std::size_t> blocks(limit == 0 ? 0 : blocks_of(end) - begin / kPrefixBlock);
    std::iota(blocks.begin(), blocks.end(), begin / kPrefixBlock);
    const auto by_smallest = [this](std::size_t a, std::size_t b) { return smallest_[a] < smallest_[b]; };
    std::vector<std::uint32_t> found;
    for (std::size_t looked_at = std::min(limit, blocks.size());; looked_at = std::min(2 * looked_at, blocks.size())) {
        const auto cut = blocks.begin() + static_cast<std::ptrdiff_t>(looked_at);
        if (cut != blocks.end()) std::nth_element(blocks.begin(), cut, blocks.end(), by_smallest);
        found.clear();
        for (auto block = blocks.begin(); block != cut; ++block) {
            const std::size_t last = std::min((*block + 1) * kPrefixBlock, end);
            for (std::size_t i = std::max(*block * kPrefixBlock, begin); i < last; ++i) found.push_back(names_[i]);
        }
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        // Complete when no block left out can hold a smaller name than the last one wanted. A name may stand in several
        // blocks ("type 2 or type 1 diabetes"), so as many blocks as names are not always enough.
        if (cut == blocks.end()) break;
        if (found.size() >= limit && found[limit - 1] <= smallest_[*cut]) break;
    }
    found.resize(std::min(limit, found.size()));
    return found;
}

} // namespace trialdex::index
