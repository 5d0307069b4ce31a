#include "index/segment/dictionary.h"

#include "index/postings/list_layout.h"
#include "index/segment/segment_writer.h"

#include <algorithm>

namespace trialdex::index {

namespace {

std::uint64_t u64_at(std::string_view bytes, std::size_t at) {
    return read_u64(reinterpret_cast<const unsigned char*>(bytes.data()) + at);
}

const unsigned char* bytes_at(std::string_view bytes, std::size_t at) {
    return reinterpret_cast<const unsigned char*>(bytes.data()) + std::min(at, bytes.size());
}

} // namespace

std::string_view Dictionary::first_term(std::size_t block) const {
    const auto* at = bytes_at(terms_, u64_at(blocks_, block * 16 + 8));
    const auto* end = bytes_at(terms_, terms_.size());
    read_varint(at, end); // shares nothing
    const std::size_t length = std::min<std::size_t>(read_varint(at, end), static_cast<std::size_t>(end - at));
    return {reinterpret_cast<const char*>(at), length};
}

// The last block whose first term is not above `term`.
std::size_t Dictionary::block_of(std::string_view term) const {
    std::size_t low = 0;
    std::size_t high = blocks();
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        if (first_term(middle) <= term)
            low = middle;
        else
            high = middle;
    }
    return low;
}

ListBytes Dictionary::find(std::string_view term) const {
    const Walk walk(*this, term);
    if (walk.at_end() || walk.term() != term) return {{}, 0, studies_};
    return walk.list();
}

Dictionary::Walk::Walk(const Dictionary& dictionary, std::string_view from) : dictionary_(&dictionary) {
    if (dictionary.blocks() == 0) {
        at_end_ = true;
        return;
    }
    enter(dictionary.block_of(from));
    while (!at_end_ && term_ < from) next();
}

void Dictionary::Walk::enter(std::size_t block) {
    block_ = block;
    in_block_ = 0;
    if (block >= dictionary_->blocks()) {
        at_end_ = true;
        return;
    }
    postings_ = u64_at(dictionary_->blocks_, block * 16);
    at_ = static_cast<std::size_t>(u64_at(dictionary_->blocks_, block * 16 + 8));
    term_.clear();
    next();
}

void Dictionary::Walk::next() {
    if (in_block_ == kTermsInBlock) {
        enter(block_ + 1);
        return;
    }
    const std::string_view terms = dictionary_->terms_;
    const auto* at = bytes_at(terms, at_);
    const auto* end = bytes_at(terms, terms.size());
    if (at >= end) {
        at_end_ = true;
        return;
    }
    const std::size_t shared = std::min<std::size_t>(read_varint(at, end), term_.size());
    const std::size_t length = std::min<std::size_t>(read_varint(at, end), static_cast<std::size_t>(end - at));
    term_.resize(shared);
    term_.append(reinterpret_cast<const char*>(at), length);
    at += length;
    const std::uint32_t count = read_varint(at, end);
    const std::uint64_t size = read_varint(at, end);
    at_ = static_cast<std::size_t>(at - bytes_at(terms, 0));
    ++in_block_;
    const std::string_view postings = dictionary_->postings_;
    const bool inside = postings_ <= postings.size() && size <= postings.size() - postings_;
    list_ = {inside ? postings.substr(static_cast<std::size_t>(postings_), static_cast<std::size_t>(size))
                    : std::string_view(),
             inside ? count : 0, dictionary_->studies_};
    postings_ += size;
}

} // namespace trialdex::index
