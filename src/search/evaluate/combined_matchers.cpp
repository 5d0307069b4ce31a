#include "search/evaluate/combined_matchers.h"

#include "search/evaluate/shared_codes.h"

#include <algorithm>
#include <numeric>

namespace trialdex::search {

namespace {

bool cheaper(const MatcherPointer& a, const MatcherPointer& b) { return a->cost() < b->cost(); }

} // namespace

AllMatcher::AllMatcher(std::vector<MatcherPointer> parts, std::vector<TermPointer> certain)
    : parts_(std::move(parts)), certain_(std::move(certain)) {
    std::sort(parts_.begin(), parts_.end(), cheaper);
    parts_told_ = std::all_of(parts_.begin(), parts_.end(), [](const auto& part) { return part->told_by_impacts(); });
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

bool AllMatcher::is_certain() {
    for (const TermPointer& list : certain_) {
        list->advance(study());
        if (list->study() == study()) return true;
    }
    return false;
}

bool AllMatcher::matches() { return is_certain() || share_a_value(); }

bool AllMatcher::share_a_value() {
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

// Drops the studies of a list, which hold all parts somewhere, in which no value holds them all.
void AllMatcher::drop_apart(Matches& list, const Matches* known) {
    if (known) list = not_known(std::move(list), *known);
    StudyList uncertain = list.studies;
    for (const TermPointer& neighbours : certain_) {
        Matches together;
        together.studies = uncertain;
        neighbours->narrow(together, false);
        uncertain.erase(std::set_difference(uncertain.begin(), uncertain.end(), together.studies.begin(),
                                            together.studies.end(), uncertain.begin()),
                        uncertain.end());
    }
    StudyList apart;
    for (const std::uint32_t study : uncertain) {
        advance(study);
        if (this->study() != study || !share_a_value()) apart.push_back(study);
    }
    Matches dropped;
    dropped.studies = std::move(apart);
    list = without(std::move(list), dropped);
}

Matches AllMatcher::all(const index::Bits* within, bool scored, const Matches* known) {
    if (!parts_told_) return Matcher::all(within, scored, known);
    Matches found = parts_[0]->all(within, scored);
    for (std::size_t i = 1; i < parts_.size(); ++i) parts_[i]->narrow(found, scored);
    drop_apart(found, known);
    return found;
}

void AllMatcher::narrow(Matches& list, bool scored) {
    if (!parts_told_) return Matcher::narrow(list, scored);
    for (const auto& part : parts_) part->narrow(list, scored);
    drop_apart(list, nullptr);
}

SomeMatcher::SomeMatcher(std::vector<MatcherPointer> parts, std::size_t wanted)
    : parts_(std::move(parts)), wanted_(wanted) {
    // What impacts tell is found first: the others need not look again at what is known.
    std::stable_partition(parts_.begin(), parts_.end(), [](const auto& part) { return part->told_by_impacts(); });
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
        if (part->study() != study_ || (wanted_ == 1 && !part->matches())) continue;
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

bool SomeMatcher::told_by_impacts() const {
    return wanted_ == 1 &&
           std::all_of(parts_.begin(), parts_.end(), [](const auto& part) { return part->told_by_impacts(); });
}

double SomeMatcher::most() const {
    if (wanted_ > 1) return Matcher::most();
    double most = 0;
    for (const auto& part : parts_) most = std::max(most, part->most());
    return most;
}

Matches SomeMatcher::all(const index::Bits* within, bool scored, const Matches* known) {
    if (wanted_ > 1) return Matcher::all(within, scored, known);
    Matches found;
    for (const auto& part : parts_) {
        Matches more = part->all(within, scored, &found);
        found = best_of(std::move(found), std::move(more));
    }
    return found;
}

void SomeMatcher::narrow(Matches& list, bool scored) {
    if (wanted_ > 1) return Matcher::narrow(list, scored);
    Matches found;
    for (const auto& part : parts_) {
        Matches kept;
        kept.studies = list.studies;
        part->narrow(kept, scored);
        found = best_of(std::move(found), std::move(kept));
    }
    list = with_scores_of(std::move(found), list);
}

} // namespace trialdex::search
