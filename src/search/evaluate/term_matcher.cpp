#include "search/evaluate/term_matcher.h"

namespace trialdex::search {

TermMatcher::TermMatcher(index::Cursor cursor, const index::FieldMask& mask, std::uint8_t what, double rarity,
                         std::uint8_t flag, bool flag_tells)
    : cursor_(std::move(cursor)), mask_(mask), what_(what), rarity_(rarity), flag_(flag), flag_tells_(flag_tells) {
    static const index::FieldMask all = index::mask_of_everything();
    everywhere_ = mask == all;
    skip_unflagged();
}

void TermMatcher::skip_unflagged() {
    if (flag_ == 0) return;
    while (cursor_.study() != kNoStudy && (cursor_.impact() & flag_) == 0) cursor_.next();
}

void TermMatcher::advance(std::uint32_t target) {
    cursor_.advance(target);
    skip_unflagged();
}

std::span<const PlaceCode> TermMatcher::values() {
    const auto codes = cursor_.codes();
    if (everywhere_) return codes;
    values_.clear();
    for (const PlaceCode code : codes) {
        if (mask_.allows(code, what_)) values_.push_back(code);
    }
    return values_;
}

bool TermMatcher::matches() { return told_by_flag() || !values().empty(); }

} // namespace trialdex::search
