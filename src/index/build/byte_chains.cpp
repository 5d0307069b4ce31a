#include "index/build/byte_chains.h"

#include <algorithm>
#include <cstring>

namespace trialdex::index {

namespace {

constexpr std::uint32_t kLink = 4; // bytes of the offset at a chunk's end

} // namespace

// `bytes` within one page.
std::uint32_t ByteChains::take(std::uint32_t bytes) {
    const std::uint32_t left = (1u << kPageBits) - (used_ & kPageMask);
    if (pages_.empty() || bytes > left || (used_ & kPageMask) == 0) {
        if (!pages_.empty()) used_ = static_cast<std::uint32_t>(pages_.size()) << kPageBits;
        pages_.push_back(std::make_unique<unsigned char[]>(std::size_t{1} << kPageBits));
    }
    const std::uint32_t at = used_;
    used_ += bytes;
    return at;
}

void ByteChains::extend(Chain& chain) {
    if (chain.first == 0) {
        chain.first = chain.at = take(kFirstChunk + kLink);
        chain.end = chain.at + kFirstChunk;
        return;
    }
    // The n-th chunk is as long as its position asks: the payload's length is not stored, it doubles.
    std::uint32_t length = kFirstChunk;
    std::uint32_t at = chain.first;
    while (at + length != chain.end) {
        std::memcpy(&at, &pages_[(at + length) >> kPageBits][(at + length) & kPageMask], kLink);
        length = std::min(length * 2, kLargestChunk);
    }
    const std::uint32_t next_length = std::min(length * 2, kLargestChunk);
    const std::uint32_t next = take(next_length + kLink);
    std::memcpy(&pages_[chain.end >> kPageBits][chain.end & kPageMask], &next, kLink);
    chain.at = next;
    chain.end = next + next_length;
}

void ByteChains::read(const Chain& chain, std::string& out) const {
    out.clear();
    if (chain.first == 0) return;
    std::uint32_t length = kFirstChunk;
    for (std::uint32_t at = chain.first;;) {
        const bool last = at + length == chain.end;
        const std::uint32_t stop = last ? chain.at : at + length;
        out.append(reinterpret_cast<const char*>(&pages_[at >> kPageBits][at & kPageMask]), stop - at);
        if (last) return;
        std::memcpy(&at, &pages_[stop >> kPageBits][stop & kPageMask], kLink);
        length = std::min(length * 2, kLargestChunk);
    }
}

void ByteChains::clear() {
    pages_.clear();
    used_ = 4;
}

} // namespace trialdex::index
