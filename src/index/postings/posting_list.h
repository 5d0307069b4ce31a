// The postings of one term, as bytes of a segment. Two kinds of list: *words* (studies, an impact byte each, place
// codes, places) and *sets* (studies only: presence, sizes). Layouts are in docs/formats/index.md.
//
// The impact byte: bits 0–5 the weight of the term in the study for ranking (see ranking.h), bits 6 and 7 whether it
// stands in the first and second fast area.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

inline constexpr std::uint8_t kLevelMask = 0x3f;
inline constexpr std::uint8_t kFastAreaFlag[2] = {0x40, 0x80};

enum class ListKind : std::uint8_t {
    ShortSet,   // fewer than 128 studies
    PackedSet,  // blocks of 128
    BitmapSet,  // a bit for every study
    ShortWords, // fewer than 128 studies
    PackedWords,
    DenseWords, // the impact byte of every study, 0 where the term is not
};

// What a list is made of, before it is encoded. Streams as in place_stream.h.
struct PostingParts {
    std::vector<std::uint32_t> studies; // ascending
    std::string impacts;                // one a study; never 0
    std::string codes;                  // one group a study
    std::string places;                 // one group a code

    void clear();
};

// Appends the list to `out`; `studies_in_segment` is above every study.
void encode_words(const PostingParts& parts, std::uint32_t studies_in_segment, std::string& out);
void encode_set(const std::vector<std::uint32_t>& studies, std::uint32_t studies_in_segment, std::string& out);

// A list in place. `count` studies, as the dictionary says.
struct ListBytes {
    std::string_view bytes;
    std::uint32_t count = 0;
    std::uint32_t studies_in_segment = 0;
};

// Appends the list's parts, studies raised by `first_study`: how runs become one segment. False for damaged bytes.
bool append_words(const ListBytes& list, std::uint32_t first_study, PostingParts& parts);
bool append_set(const ListBytes& list, std::uint32_t first_study, std::vector<std::uint32_t>& studies);

} // namespace trialdex::index
