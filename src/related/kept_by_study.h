// What was worked out for a study a moment ago, for whoever steers by a slider, turns the page, looks at a neighbour or
// comes back: a place for each study, by a hash of its number, and in it the newest that came there. Safe for several
// threads.
#pragma once

#include "study/nct_id.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace trialdex::related {

template <class Value> class KeptByStudy {
public:
    using Shared = std::shared_ptr<const Value>;
    static constexpr unsigned kBits = 13;
    static constexpr std::size_t kMost = std::size_t{1} << kBits; // studies

    KeptByStudy() : places_(kMost) {}

    Shared find(study::NctId id) const { // null when it is not there
        const std::lock_guard lock(mutex_);
        const Place& place = places_[place_of(id)];
        return place.id == id ? place.value : nullptr;
    }

    void keep(study::NctId id, Shared value) {
        const std::lock_guard lock(mutex_);
        Place& place = places_[place_of(id)];
        place.id = id;
        place.value.swap(value); // the old one goes after the lock
    }

private:
    struct Place {
        study::NctId id{1};
        Shared value;
    };

    // Neighbours in number are neighbours in subject and would push each other out.
    static std::size_t place_of(study::NctId id) {
        return static_cast<std::size_t>((id.number() * std::uint64_t{0x9e3779b97f4a7c15}) >> (64 - kBits));
    }

    mutable std::mutex mutex_;
    std::vector<Place> places_;
};

} // namespace trialdex::related
