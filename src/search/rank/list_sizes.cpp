#include "search/rank/list_sizes.h"

#include "index/postings/cursor.h"
#include "index/term_keys.h"

namespace trialdex::search {

namespace {

// The last four bytes of a size's key.
std::uint32_t size_in(std::string_view key) {
    std::uint32_t size = 0;
    for (const char byte : key.substr(key.size() - 4)) size = size << 8U | static_cast<std::uint8_t>(byte);
    return size;
}

} // namespace

std::vector<std::uint32_t> list_sizes(const index::Segment& segment, const schema::Node& list) {
    std::vector<std::uint32_t> sizes(segment.studies(), kNoList);
    const std::string last = index::size_key(list, UINT32_MAX);
    index::Dictionary::Walk walk(segment.dictionary, index::size_key(list, 0));
    for (; !walk.at_end() && walk.term() <= last; walk.next()) {
        if (walk.term().size() != last.size()) continue; // of a longer path
        const std::uint32_t size = size_in(walk.term());
        index::Cursor cursor(walk.list());
        for (index::Cursor::Block block; cursor.block(block); cursor.next_block()) {
            for (std::uint32_t i = 0; i < block.count; ++i) {
                if (block.studies[i] < sizes.size()) sizes[block.studies[i]] = size;
            }
        }
    }
    return sizes;
}

} // namespace trialdex::search
