#include "index/build/term_table.h"

#include "base/hash.h"

#include <cstring>

namespace trialdex::index {

TermTable::TermTable() : slots_(1 << 12) {}

TermTable::Head TermTable::head_of(std::string_view term) {
    Head head{};
    std::memcpy(head.data(), term.data(), std::min(term.size(), kInline));
    return head;
}

bool TermTable::same(const Slot& slot, std::uint32_t hash, const Head& head, std::string_view term) const {
    if (slot.hash != hash || slot.head != head) return false;
    // Words hold no zero bytes, so the head is all of a word that is shorter.
    return term.size() < kInline || this->term(slot.number) == term;
}

std::uint32_t TermTable::hash_of(std::string_view term) { return static_cast<std::uint32_t>(hash64(term)); }

std::uint32_t TermTable::intern(std::string_view term, std::uint32_t hash, bool& added) {
    const Head head = head_of(term);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        Slot& slot = slots_[at];
        if (slot.number == kEmpty) {
            slot = {head, hash, size()};
            chars_ += term;
            starts_.push_back(static_cast<std::uint32_t>(chars_.size()));
            added = true;
            const std::uint32_t number = slot.number;
            if (size() * 2 > slots_.size()) grow();
            return number;
        }
        if (same(slot, hash, head, term)) {
            added = false;
            return slot.number;
        }
    }
}

std::size_t TermTable::bytes() const {
    return slots_.capacity() * sizeof(Slot) + chars_.capacity() + starts_.capacity() * sizeof(std::uint32_t);
}

void TermTable::grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.number == kEmpty) continue;
        std::size_t at = slot.hash & mask;
        while (larger[at].number != kEmpty) at = (at + 1) & mask;
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

} // namespace trialdex::index
