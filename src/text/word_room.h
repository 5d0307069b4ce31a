// Where folded words lie while a text is split: no allocation a word, and nothing moves.
#pragma once

#include "text/words.h"

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace trialdex::text {

// Room for folded words that never moves: a word lies in one block.
class WordRoom {
public:
    void clear() {
        block_ = 0;
        used_ = 0;
    }

    // Space for a word of kMaxWordBytes.
    char* next() {
        if (blocks_.empty() || used_ + kMaxWordBytes > kBlockBytes) {
            if (!blocks_.empty()) ++block_;
            if (block_ == blocks_.size()) blocks_.push_back(std::make_unique<char[]>(kBlockBytes));
            used_ = 0;
        }
        return blocks_[block_].get() + used_;
    }

    void take(std::size_t bytes) { used_ += bytes; }

private:
    static constexpr std::size_t kBlockBytes = 1U << 16;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

// The word being folded; what does not fit any more is left out.
struct Folding {
    char* bytes;
    std::size_t size = 0;
    std::size_t group = 0; // where the digits behind the last comma begin
    bool full = false;

    void add(std::string_view more) {
        full = full || size + more.size() > kMaxWordBytes;
        if (full) return;
        std::memcpy(bytes + size, more.data(), more.size());
        size += more.size();
    }
    std::string_view view() const { return {bytes, size}; }
};

} // namespace trialdex::text
