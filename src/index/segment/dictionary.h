// The terms of a segment: finds one, walks them in byte order. Terms stand in blocks of 32; the first of a block is
// whole, the others share a beginning with the one before.
#pragma once

#include "index/postings/posting_list.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trialdex::index {

class Dictionary {
public:
    Dictionary() = default;
    Dictionary(std::string_view terms, std::string_view blocks, std::string_view postings, std::uint32_t studies)
        : terms_(terms), blocks_(blocks), postings_(postings), studies_(studies) {}

    // The list of `term`; of no studies when the segment does not hold it.
    ListBytes find(std::string_view term) const;

    // Walks the terms from the first that is at least `from`.
    class Walk {
    public:
        Walk(const Dictionary& dictionary, std::string_view from);
        bool at_end() const { return at_end_; }
        const std::string& term() const { return term_; }
        const ListBytes& list() const { return list_; }
        void next();

    private:
        void enter(std::size_t block);
        const Dictionary* dictionary_;
        std::size_t block_ = 0;
        std::uint32_t in_block_ = 0;
        std::size_t at_ = 0;         // in terms_
        std::uint64_t postings_ = 0; // where the next list begins
        std::string term_;
        ListBytes list_;
        bool at_end_ = false;
    };

private:
    std::size_t blocks() const { return blocks_.size() / 16; }
    std::size_t block_of(std::string_view term) const;
    std::string_view first_term(std::size_t block) const;

    std::string_view terms_;
    std::string_view blocks_;
    std::string_view postings_;
    std::uint32_t studies_ = 0;
};

} // namespace trialdex::index
