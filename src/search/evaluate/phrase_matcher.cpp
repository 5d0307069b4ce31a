#include "search/evaluate/phrase_matcher.h"

#include "search/evaluate/shared_codes.h"

#include <algorithm>
#include <numeric>

namespace trialdex::search {

PhraseMatcher::PhraseMatcher(std::vector<index::Cursor> cursors, index::Cursor end, const Phrase& phrase,
                             Coverage coverage, const index::FieldMask& mask, std::uint8_t what, double rarity,
                             std::vector<TermPointer> runs, bool whole)
    : cursors_(std::move(cursors)), order_(cursors_.size()), end_(std::move(end)), runs_(std::move(runs)),
      whole_(whole), told_(whole && coverage == Coverage::Contains && runs_[0]->told_by_impacts()),
      places_(phrase.places), coverage_(coverage), mask_(mask), what_(what), rarity_(rarity) {
    if (whole_) runs_[0]->weigh(rarity_);
    // Function words at a term's ends count as places only when the coverage looks at the ends of the value.
    const std::uint32_t first = coverage == Coverage::Contains ? phrase.parts.front().place : 0;
    for (const Phrase::Part& part : phrase.parts) offsets_.push_back(part.place - first);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return cursors_[a].count() < cursors_[b].count(); });
    std::sort(runs_.begin(), runs_.end(), [](const auto& a, const auto& b) { return a->cost() < b->cost(); });
    cost_ = runs_.empty() ? cursors_[order_[0]].count() : runs_[0]->cost();
    align(0);
}

namespace {

// The first study from `target` on that `count` lists hold, the i-th given by of(i), the rarest first.
template <class Of> std::uint32_t shared_study(std::size_t count, std::uint32_t target, Of&& of) {
    of(0).advance(target);
    for (std::size_t i = 1; i < count;) {
        const std::uint32_t study = of(0).study();
        if (study == kNoStudy) break;
        of(i).advance(study);
        if (of(i).study() == study) {
            ++i;
        } else {
            of(0).advance(of(i).study());
            i = 1;
        }
    }
    return of(0).study();
}

} // namespace

void PhraseMatcher::align(std::uint32_t target) {
    if (runs_.empty())
        study_ = shared_study(cursors_.size(), target,
                              [this](std::size_t i) -> index::Cursor& { return cursors_[order_[i]]; });
    else
        study_ = shared_study(runs_.size(), target, [this](std::size_t i) -> TermMatcher& { return *runs_[i]; });
}

void PhraseMatcher::advance(std::uint32_t target) {
    if (study_ < target) align(target);
}

// The values that hold all words, somewhere.
void PhraseMatcher::find_shared() {
    shared_.clear();
    for (index::Cursor& cursor : cursors_) {
        cursor.advance(study_); // only runs are aligned
        if (cursor.study() != study_) return;
    }
    for (const PlaceCode code : cursors_[order_[0]].codes()) {
        if (mask_.allows(code, what_)) shared_.push_back(code);
    }
    for (std::size_t i = 1; i < order_.size() && !shared_.empty(); ++i)
        keep_shared(shared_, cursors_[order_[i]].codes());
}

bool PhraseMatcher::matches() {
    if (told_) return true;
    find_shared();
    return std::any_of(shared_.begin(), shared_.end(), [this](PlaceCode code) { return stands_in(code); });
}

std::span<const PlaceCode> PhraseMatcher::values() {
    find_shared();
    values_.clear();
    for (const PlaceCode code : shared_) {
        if (stands_in(code)) values_.push_back(code);
    }
    return values_;
}

std::size_t PhraseMatcher::position(std::span<const PlaceCode> codes, PlaceCode code) {
    return static_cast<std::size_t>(std::lower_bound(codes.begin(), codes.end(), code) - codes.begin());
}

// Starts of the phrase in the value: the places of the rarest part, kept where all others follow suit.
bool PhraseMatcher::stands_in(PlaceCode code) {
    if (cursors_.size() == 1 && coverage_ == Coverage::Contains) return true;
    starts_.clear();
    for (const std::size_t part : order_) {
        index::Cursor& cursor = cursors_[part];
        const auto places = cursor.places(position(cursor.codes(), code));
        if (part == order_[0]) {
            for (const std::uint32_t place : places) {
                if (place >= offsets_[part]) starts_.push_back(place - offsets_[part]);
            }
        } else {
            std::erase_if(starts_, [&](std::uint32_t start) {
                return !std::binary_search(places.begin(), places.end(), start + offsets_[part]);
            });
        }
        if (starts_.empty()) return false;
    }
    const bool from_start = coverage_ == Coverage::FullMatch || coverage_ == Coverage::StartsWith;
    const bool to_end = coverage_ == Coverage::FullMatch || coverage_ == Coverage::EndsWith;
    if (from_start && starts_.front() != 0) return false;
    if (from_start) starts_.resize(1);
    if (coverage_ == Coverage::Contains) return true;
    const std::uint32_t length = length_of(code);
    return std::any_of(starts_.begin(), starts_.end(), [&](std::uint32_t start) {
        return to_end ? start + places_ == length : start + places_ <= length;
    });
}

// How many places the value takes.
std::uint32_t PhraseMatcher::length_of(PlaceCode code) {
    end_.advance(study_);
    if (end_.study() != study_) return 0;
    const auto codes = end_.codes();
    const std::size_t at = position(codes, code);
    if (at == codes.size() || codes[at] != code) return 0;
    return end_.places(at).back();
}

Matches PhraseMatcher::all(const index::Bits* within, bool scored) {
    return told_ ? runs_[0]->all(within, scored) : Matcher::all(within, scored);
}

void PhraseMatcher::narrow(Matches& list, bool scored) {
    if (told_)
        runs_[0]->narrow(list, scored);
    else
        Matcher::narrow(list, scored);
}

// Without a list of its own, a phrase weighs as much as the lightest of its words.
double PhraseMatcher::score() {
    if (whole_) return runs_[0]->score();
    double least = 1;
    for (const index::Cursor& cursor : cursors_) least = std::min(least, index::impact_at(cursor.impact()));
    return rarity_ * least;
}

} // namespace trialdex::search
