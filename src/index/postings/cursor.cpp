#include "index/postings/cursor.h"

#include <algorithm>
#include <tuple>

namespace trialdex::index {

Cursor::Cursor(const ListBytes& list) {
    if (!layout_.open(list)) {
        layout_ = {};
        return;
    }
    if (layout_.kind == ListKind::BitmapSet) layout_.blocks = (layout_.studies_in_segment + kBlock - 1) / kBlock;
    load(0);
}

void Cursor::load(std::uint32_t block) {
    for (block_ = block; block_ < layout_.blocks; ++block_) {
        at_ = filled_ = 0;
        switch (layout_.kind) {
        case ListKind::ShortSet:
        case ListKind::ShortWords: fill_short(); break;
        case ListKind::PackedSet:
        case ListKind::PackedWords: fill_packed(); break;
        case ListKind::DenseWords: fill_dense(); break;
        case ListKind::BitmapSet: fill_bitmap(); break;
        }
        if (filled_ > 0) return;
    }
    at_ = filled_ = 0;
}

void Cursor::start_streams(std::uint32_t codes_at, std::uint32_t places_at) {
    const auto codes_size = static_cast<std::size_t>(layout_.codes_end - layout_.codes);
    const auto places_size = static_cast<std::size_t>(layout_.places_end - layout_.places);
    codes_stream_ = {layout_.codes + std::min<std::size_t>(codes_at, codes_size), layout_.codes_end};
    places_stream_ = {layout_.places + std::min<std::size_t>(places_at, places_size), layout_.places_end};
    stream_at_ = values_before_ = places_at_ = 0;
    decoded_ = kBlock;
}

// Cuts the block where damaged bytes would lead out of the segment or backwards.
void Cursor::keep_ascending(std::int64_t before) {
    for (std::uint32_t i = 0; i < filled_; ++i) {
        if (studies_[i] <= before || studies_[i] >= layout_.studies_in_segment) {
            filled_ = i;
            layout_.blocks = block_ + 1;
            return;
        }
        before = studies_[i];
    }
}

void Cursor::fill_short() {
    const unsigned char* at = layout_.studies;
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < layout_.count; ++i) {
        next += read_varint(at, layout_.studies_end);
        studies_[i] = next++;
        if (layout_.impacts) impacts_[i] = layout_.impacts[i];
    }
    filled_ = layout_.count;
    keep_ascending(-1);
    if (layout_.impacts) start_streams(0, 0);
}

void Cursor::fill_packed() {
    const bool words = layout_.kind == ListKind::PackedWords;
    const std::size_t step = words ? PackedEntry::kBytes : SetEntry::kBytes;
    const unsigned char* entry = layout_.directory + block_ * step;
    const std::int64_t before = block_ == 0 ? -1 : std::int64_t{read_u32(entry - step)};
    const auto size = static_cast<std::size_t>(layout_.studies_end - layout_.studies);
    const std::size_t at = std::min<std::size_t>(read_u32(entry + 4), size);
    if (!unpack_block(layout_.studies + at, size - at, before, studies_)) {
        layout_.blocks = block_;
        return;
    }
    filled_ = std::min(kBlock, layout_.count - block_ * kBlock);
    // Differences of up to 24 bits cannot wrap round within a block that starts in the segment: its ends vouch for it.
    const bool may_wrap = layout_.studies[at] > 24 || before >= std::int64_t{layout_.studies_in_segment};
    if (may_wrap || studies_[filled_ - 1] >= layout_.studies_in_segment || studies_[0] <= before)
        keep_ascending(before);
    if (words) {
        std::memcpy(impacts_, layout_.impacts + std::size_t{block_} * kBlock, filled_);
        start_streams(read_u32(entry + 8), read_u32(entry + 12));
    }
}

void Cursor::fill_dense() {
    const std::uint32_t first = block_ * kBlock;
    const std::uint32_t count = std::min(kBlock, layout_.studies_in_segment - first);
    const unsigned char* column = layout_.impacts + first;
    for (std::uint32_t i = 0; i < count; ++i) {
        studies_[filled_] = first + i;
        impacts_[filled_] = column[i];
        filled_ += column[i] != 0 ? 1 : 0;
    }
    const unsigned char* entry = layout_.directory + block_ * DenseEntry::kBytes;
    start_streams(read_u32(entry), read_u32(entry + 4));
}

void Cursor::fill_bitmap() {
    const std::uint32_t first = block_ * kBlock;
    const std::uint32_t count = std::min(kBlock, layout_.studies_in_segment - first);
    for (std::uint32_t i = 0; i < count; ++i) {
        if ((layout_.studies[(first + i) / 8] >> (i % 8)) & 1) studies_[filled_++] = first + i;
    }
}

std::uint32_t Cursor::block_with(std::uint32_t target) const {
    if (layout_.kind == ListKind::DenseWords || layout_.kind == ListKind::BitmapSet)
        return std::max(block_, target / kBlock);
    if (layout_.kind == ListKind::ShortSet || layout_.kind == ListKind::ShortWords) return layout_.blocks;
    const std::size_t step = layout_.kind == ListKind::PackedWords ? PackedEntry::kBytes : SetEntry::kBytes;
    const auto last = [&](std::uint32_t block) { return read_u32(layout_.directory + block * step); };
    std::uint32_t low = block_ + 1;
    std::uint32_t bound = 1;
    while (low + bound < layout_.blocks && last(low + bound) < target) bound *= 2; // targets are mostly near
    std::uint32_t high = std::min(low + bound, layout_.blocks);
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (last(middle) < target)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::uint32_t Cursor::study_of(std::size_t position) {
    if (layout_.kind == ListKind::DenseWords) return static_cast<std::uint32_t>(position);
    const auto block = static_cast<std::uint32_t>(position / kBlock);
    if (block != block_ || filled_ == 0) load(block);
    const std::size_t at = position % kBlock;
    return block == block_ && at < filled_ ? studies_[at] : kNoStudy;
}

void Cursor::advance(std::uint32_t target) {
    if (at_ >= filled_ || studies_[at_] >= target) return;
    if (studies_[filled_ - 1] < target) {
        load(block_with(target));
        if (at_ >= filled_) return;
    }
    // Halving without a branch: seven steps through a block of 128.
    std::uint32_t low = at_;
    std::uint32_t length = filled_ - at_;
    while (length > 1) {
        const std::uint32_t half = length / 2;
        low += studies_[low + half - 1] < target ? half : 0;
        length -= half;
    }
    at_ = low + (studies_[low] < target ? 1 : 0);
    if (at_ >= filled_) load(block_ + 1);
}

namespace {

// One group, its differences added up, into a buffer that only grows; how many numbers it held.
std::size_t read_group(StreamReader& stream, std::vector<std::uint32_t>& buffer) {
    std::size_t size = 0;
    const unsigned char* at = stream.at;
    const unsigned char* const end = stream.end;
    for (std::uint32_t sum = 0;;) {
        if (size == buffer.size()) buffer.resize(size * 2 + 64);
        std::uint32_t gap = 0;
        while (at < end && (*at & 0x80) != 0) gap = (gap << 7) | (*at++ & 0x7fu);
        const unsigned char byte = at < end ? *at++ : std::uint8_t{0x40}; // damaged bytes end the group
        sum += (gap << 6) | (byte & 0x3fu);
        buffer[size++] = sum;
        if ((byte & 0x40) != 0) break;
    }
    stream.at = at;
    return size;
}

} // namespace

std::span<const std::uint32_t> Cursor::codes() {
    if (decoded_ == at_) return {code_buffer_.data(), code_count_};
    if (at_ > stream_at_) values_before_ += codes_stream_.skip(at_ - stream_at_);
    decoded_first_ = values_before_;
    const std::size_t size = read_group(codes_stream_, code_buffer_);
    values_before_ += static_cast<std::uint32_t>(size);
    code_count_ = size;
    decoded_ = at_;
    stream_at_ = at_ + 1;
    return {code_buffer_.data(), code_count_};
}

std::span<const std::uint32_t> Cursor::places(std::size_t index) {
    const std::uint32_t wanted = decoded_first_ + static_cast<std::uint32_t>(index);
    if (wanted < places_at_) { // backwards inside a study: start the block's places anew
        const StreamReader codes = codes_stream_;
        const auto kept = std::make_tuple(stream_at_, values_before_, decoded_);
        const unsigned char* entry = nullptr;
        if (layout_.kind == ListKind::PackedWords) entry = layout_.directory + block_ * PackedEntry::kBytes + 12;
        if (layout_.kind == ListKind::DenseWords) entry = layout_.directory + block_ * DenseEntry::kBytes + 4;
        start_streams(0, entry ? read_u32(entry) : 0);
        codes_stream_ = codes;
        std::tie(stream_at_, values_before_, decoded_) = kept;
    }
    places_stream_.skip(wanted - places_at_);
    const std::size_t size = read_group(places_stream_, place_buffer_);
    places_at_ = wanted + 1;
    return {place_buffer_.data(), size};
}

} // namespace trialdex::index
