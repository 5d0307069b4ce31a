#include "related/kept_facts.h"

namespace trialdex::related {

KeptFacts::Shared KeptFacts::find(study::NctId id) const {
    const std::lock_guard lock(mutex_);
    const Place& place = places_[place_of(id)];
    return place.id == id ? place.facts : nullptr;
}

void KeptFacts::keep(study::NctId id, Shared facts) {
    const std::lock_guard lock(mutex_);
    Place& place = places_[place_of(id)];
    place.id = id;
    place.facts.swap(facts); // the old ones go after the lock
}

} // namespace trialdex::related
