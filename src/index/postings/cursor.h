// Walks the postings of one term in study order. Damaged bytes end the walk early or give wrong numbers below the
// segment's count of studies; they never lead outside the list.
#pragma once

#include "index/postings/list_layout.h"
#include "index/postings/place_stream.h"

#include <span>
#include <vector>

namespace trialdex::index {

inline constexpr std::uint32_t kNoStudy = 0xffffffff;

class Cursor {
public:
    Cursor() = default; // of no studies
    explicit Cursor(const ListBytes& list);

    std::uint32_t count() const { return layout_.count; }
    std::uint32_t study() const { return at_ < filled_ ? studies_[at_] : kNoStudy; }
    std::uint8_t impact() const { return impacts_[at_]; }

    void next() {
        if (++at_ >= filled_) load(block_ + 1);
    }
    // To the first study that is at least `target`; never backwards.
    void advance(std::uint32_t target);

    // Words only. The place codes of the current study, ascending; valid until the cursor moves.
    std::span<const std::uint32_t> codes();
    // The places of the word in the value of codes()[index], ascending; valid until the next call.
    std::span<const std::uint32_t> places(std::size_t index);

    // Whole blocks, for walks that look at every posting: studies and impacts (words only) of the current block from
    // the current study on. False at the end.
    struct Block {
        const std::uint32_t* studies;
        const std::uint8_t* impacts;
        std::uint32_t count;
    };
    bool block(Block& out) const {
        out = {studies_ + at_, impacts_ + at_, filled_ - at_};
        return at_ < filled_;
    }
    void next_block() { load(block_ + 1); }

    // The impact byte of every posting, or, in a dense list, of every study; none in a set, which damage can put in a
    // word's place.
    std::span<const std::uint8_t> impacts() const {
        if (!layout_.impacts) return {};
        return {layout_.impacts, layout_.kind == ListKind::DenseWords ? layout_.studies_in_segment : layout_.count};
    }
    // The study whose byte is impacts()[position]; kNoStudy for a damaged block. Moves the cursor to its block.
    std::uint32_t study_of(std::size_t position);

    std::uint32_t studies_in_segment() const { return layout_.studies_in_segment; }
    // The byte for every study when the list is dense, else nullptr.
    const std::uint8_t* dense() const { return layout_.kind == ListKind::DenseWords ? layout_.impacts : nullptr; }

private:
    void load(std::uint32_t block);
    std::uint32_t block_with(std::uint32_t target) const;
    void fill_short();
    void fill_packed();
    void fill_dense();
    void fill_bitmap();
    void keep_ascending(std::int64_t before);
    void start_streams(std::uint32_t codes_at, std::uint32_t places_at);

    ListLayout layout_;
    std::uint32_t block_ = 0;
    std::uint32_t at_ = 0;     // in the block
    std::uint32_t filled_ = 0; // studies of the block
    std::uint32_t studies_[kBlock];
    std::uint8_t impacts_[kBlock] = {};

    // Where the streams stand: the group of study `stream_at_` of the block, and of its first value.
    StreamReader codes_stream_;
    StreamReader places_stream_;
    std::uint32_t stream_at_ = 0;
    std::uint32_t values_before_ = 0;        // values of the block's studies before stream_at_
    std::uint32_t places_at_ = 0;            // values of the block whose places were passed
    std::uint32_t decoded_ = kBlock;         // the study whose codes are in code_buffer_
    std::uint32_t decoded_first_ = 0;        // its first value
    std::vector<std::uint32_t> code_buffer_; // only grows
    std::size_t code_count_ = 0;             // of decoded_
    std::vector<std::uint32_t> place_buffer_;
};

} // namespace trialdex::index
