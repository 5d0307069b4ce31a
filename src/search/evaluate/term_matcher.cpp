#include "search/evaluate/term_matcher.h"

#include "search/evaluate/term_scan.h"

namespace trialdex::search {

TermMatcher::TermMatcher(index::Cursor cursor, const index::FieldMask& mask, std::uint8_t what, double rarity,
                         std::uint8_t flag, bool flag_tells)
    : cursor_(std::move(cursor)), mask_(mask), what_(what), rarity_(rarity), flag_(flag), flag_tells_(flag_tells) {
    static const index::FieldMask all = index::mask_of_everything();
    everywhere_ = mask == all && what != index::FieldMask::kSynonyms; // which count in some fields only
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

Matches TermMatcher::all(const index::Bits* within, bool scored, const Matches* known) {
    return told_by_flag() ? scan_flags(*this, within, scored) : Matcher::all(within, scored, known);
}

void TermMatcher::narrow(Matches& list, bool scored) {
    if (!told_by_flag()) return Matcher::narrow(list, scored);
    if (narrow_by_flags(*this, scored, list)) return;
    TermMatcher jumping = *this; // this one stays where it stands
    jumping.Matcher::narrow(list, scored);
}

Matches TermMatcher::best(std::size_t count) { return told_by_flag() ? scan_best(*this, count) : Matcher::best(count); }

double TermMatcher::most() const { return rarity_ * index::impact_at(highest_level(*this)); }

bool TermMatcher::matches() { return told_by_flag() || !values().empty(); }

} // namespace trialdex::search
