#include "search/evaluate/combined_matchers.h"

#include <algorithm>
#include <numeric>

namespace trialdex::search {

namespace {

// Keeps in `kept` what `other` has too; both ascend.
void keep_shared(std::vector<PlaceCode>& kept, std::span<const PlaceCode> other) {
    auto out = kept.begin();
    auto at = other.begin();
    for (const PlaceCode code : kept) {
        while (at != other.end() && *at < code) ++at;
        if (at == other.end()) break;
        if (*at == code) *out++ = code;
    }
    kept.erase(out, kept.end());
}

bool cheaper(const MatcherPointer& a, const MatcherPointer& b) { return a->cost() < b->cost(); }

} // namespace

AllMatcher::AllMatcher(std::vector<MatcherPointer> parts) : parts_(std::move(parts)) {
    std::sort(parts_.begin(), parts_.end(), cheaper);
    align();
}

void AllMatcher::align() {
    for (std::size_t i = 1; i < parts_.size();) {
        const std::uint32_t study = parts_[0]->study();
        if (study == kNoStudy) return;
        parts_[i]->advance(study);
        if (parts_[i]->study() == study) {
            ++i;
        } else {
            parts_[0]->advance(parts_[i]->study());
            i = 1;
        }
    }
}

void AllMatcher::advance(std::uint32_t target) {
    parts_[0]->advance(target);
    align();
}

std::span<const PlaceCode> AllMatcher::values() {
    const auto first = parts_[0]->values();
    values_.assign(first.begin(), first.end());
    for (std::size_t i = 1; i < parts_.size() && !values_.empty(); ++i) keep_shared(values_, parts_[i]->values());
    return values_;
}

bool AllMatcher::matches() {
    candidates_.clear();
    for (const auto& part : parts_) {
        candidates_.push_back(part->candidates());
        if (candidates_.back().empty()) return false;
    }
    for (const PlaceCode code : candidates_[0]) {
        bool in_all = true;
        for (std::size_t i = 1; i < parts_.size() && in_all; ++i) {
            auto& rest = candidates_[i];
            while (!rest.empty() && rest.front() < code) rest = rest.subspan(1);
            if (rest.empty()) return false;
            in_all = rest.front() == code;
        }
        if (!in_all) continue;
        if (std::all_of(parts_.begin(), parts_.end(), [&](const auto& part) { return part->admits(code); }))
            return true;
    }
    return false;
}

double AllMatcher::score() {
    double sum = 0;
    for (const auto& part : parts_) sum += part->score();
    return sum;
}

SomeMatcher::SomeMatcher(std::vector<MatcherPointer> parts, std::size_t wanted)
    : parts_(std::move(parts)), wanted_(wanted) {
    settle();
}

void SomeMatcher::settle() {
    study_ = kNoStudy;
    for (const auto& part : parts_) study_ = std::min(study_, part->study());
}

void SomeMatcher::advance(std::uint32_t target) {
    if (study_ >= target) return;
    for (const auto& part : parts_) {
        if (part->study() < target) part->advance(target);
    }
    settle();
}

std::span<const PlaceCode> SomeMatcher::values() {
    values_.clear();
    for (const auto& part : parts_) {
        if (part->study() != study_) continue;
        const auto found = part->values();
        values_.insert(values_.end(), found.begin(), found.end());
    }
    std::sort(values_.begin(), values_.end());
    // A code that stands there `wanted` times came from as many parts.
    auto out = values_.begin();
    for (auto at = values_.begin(); at != values_.end();) {
        const auto next = std::find_if(at, values_.end(), [&](PlaceCode code) { return code != *at; });
        if (static_cast<std::size_t>(next - at) >= wanted_) *out++ = *at;
        at = next;
    }
    values_.erase(out, values_.end());
    return values_;
}

bool SomeMatcher::matches() {
    if (wanted_ > 1) return !values().empty();
    return std::any_of(parts_.begin(), parts_.end(),
                       [&](const MatcherPointer& part) { return part->study() == study_ && part->matches(); });
}

double SomeMatcher::score() {
    double best = 0;
    double sum = 0;
    for (const auto& part : parts_) {
        if (part->study() != study_) continue;
        const double score = part->score();
        best = std::max(best, score);
        sum += score;
    }
    return wanted_ > 1 ? sum : best;
}

std::uint64_t SomeMatcher::cost() const {
    std::uint64_t sum = 0;
    for (const auto& part : parts_) sum += part->cost();
    return sum;
}

PhraseMatcher::PhraseMatcher(std::vector<index::Cursor> cursors, index::Cursor end, const Phrase& phrase,
                             Coverage coverage, const index::FieldMask& mask, std::uint8_t what, double rarity)
    : cursors_(std::move(cursors)), order_(cursors_.size()), end_(std::move(end)), places_(phrase.places),
      coverage_(coverage), mask_(mask), what_(what), rarity_(rarity) {
    // Function words at a term's ends count as places only when the coverage looks at the ends of the value.
    const std::uint32_t first = coverage == Coverage::Contains ? phrase.parts.front().place : 0;
    for (const Phrase::Part& part : phrase.parts) offsets_.push_back(part.place - first);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return cursors_[a].count() < cursors_[b].count(); });
    cost_ = cursors_[order_[0]].count();
    align(0);
}

void PhraseMatcher::align(std::uint32_t target) {
    index::Cursor& lead = cursors_[order_[0]];
    lead.advance(target);
    for (std::size_t i = 1; i < order_.size();) {
        const std::uint32_t study = lead.study();
        if (study == kNoStudy) break;
        index::Cursor& other = cursors_[order_[i]];
        other.advance(study);
        if (other.study() == study) {
            ++i;
        } else {
            lead.advance(other.study());
            i = 1;
        }
    }
    study_ = lead.study();
}

void PhraseMatcher::advance(std::uint32_t target) {
    if (study_ < target) align(target);
}

// The values that hold all words, somewhere.
void PhraseMatcher::find_shared() {
    shared_.clear();
    for (const PlaceCode code : cursors_[order_[0]].codes()) {
        if (mask_.allows(code, what_)) shared_.push_back(code);
    }
    for (std::size_t i = 1; i < order_.size() && !shared_.empty(); ++i)
        keep_shared(shared_, cursors_[order_[i]].codes());
}

bool PhraseMatcher::matches() {
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

double PhraseMatcher::score() {
    double least = 1;
    for (const index::Cursor& cursor : cursors_) least = std::min(least, index::impact_at(cursor.impact()));
    return rarity_ * least;
}

} // namespace trialdex::search
