#include "ingest/file_window.h"

#include <algorithm>

namespace trialdex::ingest {

Result<std::string_view> FileWindow::view(std::uint64_t offset, std::size_t length) {
    if (offset >= size()) return std::string_view{};
    length = static_cast<std::size_t>(std::min<std::uint64_t>(length, size() - offset));
    if (offset < offset_ || offset + length > offset_ + filled_) {
        const std::size_t wanted = std::max(length, block_);
        if (capacity_ < wanted) {
            buffer_ = std::make_unique_for_overwrite<char[]>(wanted);
            capacity_ = wanted;
        }
        filled_ = 0;
        const auto count = file_->read_at(offset, {buffer_.get(), wanted});
        if (!count) return tl::unexpected(count.error());
        offset_ = offset;
        filled_ = *count;
    }
    const auto start = static_cast<std::size_t>(offset - offset_);
    return std::string_view(buffer_.get(), filled_).substr(std::min(start, filled_), length);
}

} // namespace trialdex::ingest
