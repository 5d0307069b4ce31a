// Facts made a moment ago, for whoever steers by a slider, turns the page or looks at a neighbour: the same studies are
// compared again. Safe for several threads.
#pragma once

#include "related/facts.h"
#include "study/nct_id.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace trialdex::related {

class KeptFacts {
public:
    using Shared = std::shared_ptr<const Facts>;
    // Studies; a place is its newest study's. Facts are 5 to 20 kB.
    static constexpr unsigned kBits = 13;
    static constexpr std::size_t kMost = std::size_t{1} << kBits;

    KeptFacts() : places_(kMost) {}

    Shared find(study::NctId id) const; // null when it is not there
    void keep(study::NctId id, Shared facts);

private:
    struct Place {
        study::NctId id{1};
        Shared facts;
    };

    // Neighbours in number are neighbours in subject and would push each other out.
    static std::size_t place_of(study::NctId id) {
        return static_cast<std::size_t>((id.number() * std::uint64_t{0x9e3779b97f4a7c15}) >> (64 - kBits));
    }

    mutable std::mutex mutex_;
    std::vector<Place> places_;
};

} // namespace trialdex::related
