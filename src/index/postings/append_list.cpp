// Taking lists apart again, to join runs into one segment: the streams are copied as they are.
#include "index/postings/cursor.h"

namespace trialdex::index {

bool append_set(const ListBytes& list, std::uint32_t first_study, std::vector<std::uint32_t>& studies) {
    Cursor cursor(list);
    const std::size_t before = studies.size();
    for (Cursor::Block block; cursor.block(block); cursor.next_block()) {
        for (std::uint32_t i = 0; i < block.count; ++i) studies.push_back(first_study + block.studies[i]);
    }
    return studies.size() - before == list.count;
}

bool append_words(const ListBytes& list, std::uint32_t first_study, PostingParts& parts) {
    ListLayout layout;
    if (!layout.open(list) || layout.is_set()) return false;
    Cursor cursor(list);
    const std::size_t before = parts.studies.size();
    for (Cursor::Block block; cursor.block(block); cursor.next_block()) {
        for (std::uint32_t i = 0; i < block.count; ++i) parts.studies.push_back(first_study + block.studies[i]);
        parts.impacts.append(reinterpret_cast<const char*>(block.impacts), block.count);
    }
    parts.codes.append(reinterpret_cast<const char*>(layout.codes),
                       static_cast<std::size_t>(layout.codes_end - layout.codes));
    parts.places.append(reinterpret_cast<const char*>(layout.places),
                        static_cast<std::size_t>(layout.places_end - layout.places));
    return parts.studies.size() - before == list.count;
}

} // namespace trialdex::index
