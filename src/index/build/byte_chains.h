// Many byte strings that grow side by side: one a term, in chunks of one arena, each chunk twice as long as the one
// before. A run appends to half a million of them in turn.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace trialdex::index {

class ByteChains {
public:
    // One string's ends. 12 bytes a term.
    struct Chain {
        std::uint32_t first = 0; // offset of its first chunk; 0: none yet
        std::uint32_t at = 0;    // where the next byte goes
        std::uint32_t end = 0;   // of the chunk's payload
    };

    void append(Chain& chain, unsigned char byte) {
        if (chain.at == chain.end) extend(chain);
        pages_[chain.at >> kPageBits][chain.at & kPageMask] = byte;
        ++chain.at;
    }
    void append_varint(Chain& chain, std::uint32_t value) {
        while (value >= 0x80) {
            append(chain, static_cast<unsigned char>(0x80 | (value & 0x7f)));
            value >>= 7;
        }
        append(chain, static_cast<unsigned char>(value));
    }

    // Fetches the place of the next byte.
    void prefetch(const Chain& chain) const {
        if (chain.at != 0) __builtin_prefetch(&pages_[(chain.at - 1) >> kPageBits][(chain.at - 1) & kPageMask], 1);
    }

    // The whole string.
    void read(const Chain& chain, std::string& out) const;

    std::size_t bytes() const { return pages_.size() << kPageBits; }
    void clear();

private:
    static constexpr unsigned kPageBits = 20;
    static constexpr std::uint32_t kPageMask = (1u << kPageBits) - 1;
    static constexpr std::uint32_t kFirstChunk = 16; // payload; each chunk ends with the offset of the next
    static constexpr std::uint32_t kLargestChunk = 16'384;

    void extend(Chain& chain);
    std::uint32_t take(std::uint32_t bytes);

    std::vector<std::unique_ptr<unsigned char[]>> pages_;
    std::uint32_t used_ = 4; // offset 0 means "none"
};

} // namespace trialdex::index
