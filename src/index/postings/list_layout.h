// Where the parts of a list lie in its bytes: read once when a list is opened, every offset checked.
#pragma once

#include "index/postings/packing.h"
#include "index/postings/posting_list.h"

#include <cstring>

namespace trialdex::index {

inline std::uint32_t read_u32(const unsigned char* at) {
    std::uint32_t value;
    std::memcpy(&value, at, 4);
    return value;
}

inline void append_u32(std::string& out, std::uint32_t value) { out.append(reinterpret_cast<const char*>(&value), 4); }

inline std::uint64_t read_u64(const unsigned char* at) {
    std::uint64_t value;
    std::memcpy(&value, at, 8);
    return value;
}

// What append_varint wrote; damaged bytes give a wrong number and never lead past `end`.
std::uint32_t read_varint(const unsigned char*& at, const unsigned char* end);

struct PackedEntry { // of the directory of PackedWords, one a block
    static constexpr std::size_t kBytes = 16;
    std::uint32_t last_study, studies_at, codes_at, places_at;
};
struct DenseEntry { // of the directory of DenseWords, one for 128 studies of the segment
    static constexpr std::size_t kBytes = 8;
    std::uint32_t codes_at, places_at;
};
struct SetEntry { // of the directory of PackedSet, one a block
    static constexpr std::size_t kBytes = 8;
    std::uint32_t last_study, studies_at;
};

struct ListLayout {
    ListKind kind{};
    std::uint32_t count = 0;
    std::uint32_t studies_in_segment = 0;
    std::uint32_t blocks = 0;
    const unsigned char* directory = nullptr;
    const unsigned char* studies = nullptr; // packed blocks, varints, or the bitmap
    const unsigned char* studies_end = nullptr;
    const unsigned char* impacts = nullptr; // `count` bytes, or a byte for every study (DenseWords)
    const unsigned char* codes = nullptr;
    const unsigned char* codes_end = nullptr;
    const unsigned char* places = nullptr;
    const unsigned char* places_end = nullptr;

    // False when the bytes cannot be a list of `count` studies.
    bool open(const ListBytes& list);
    bool is_set() const { return kind <= ListKind::BitmapSet; }
};

} // namespace trialdex::index
