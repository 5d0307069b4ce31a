#include "ingest/look_ahead.h"

#include <algorithm>
#include <cstring>

namespace trialdex::ingest {

namespace {

constexpr std::size_t kBlock = 256U << 10; // fits the second-level cache together with what is made of it

} // namespace

bool LookAhead::more() {
    if (ended_) return false;
    make_room();
    const auto count = stream_->read({buffer_.get() + end_, capacity_ - end_});
    if (!count) trouble_ = count.error();
    if (!count || *count == 0) {
        ended_ = true;
        return false;
    }
    end_ += *count;
    return true;
}

bool LookAhead::at_least(std::size_t count) {
    while (end_ - begin_ < count) {
        if (!more()) return false;
    }
    return true;
}

void LookAhead::drop(std::size_t count) {
    begin_ += count;
    offset_ += count;
}

// At least one block behind the bytes at hand; these move to the front when that is enough.
void LookAhead::make_room() {
    if (capacity_ - end_ >= kBlock) return;
    const std::size_t kept = end_ - begin_;
    if (capacity_ < kept + kBlock) {
        const std::size_t capacity = std::max(2 * capacity_, kept + kBlock);
        auto larger = std::make_unique_for_overwrite<char[]>(capacity);
        std::copy_n(buffer_.get() + begin_, kept, larger.get());
        buffer_ = std::move(larger);
        capacity_ = capacity;
    } else {
        std::memmove(buffer_.get(), buffer_.get() + begin_, kept);
    }
    begin_ = 0;
    end_ = kept;
}

} // namespace trialdex::ingest
