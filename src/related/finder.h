// The finder over an index and its registry.
#pragma once

#include "related/related.h"
#include "store/store.h"

#include <memory>

namespace trialdex::related {

// Of the candidates, so many at a time are compared aspect by aspect. Who steers by aspects wants to see more than the
// words decide.
inline constexpr std::size_t kCompared = 24;
inline constexpr std::size_t kComparedWhenSteered = 200;

// Over one generation of the index; null when the searcher has none. `store` must outlive it.
std::shared_ptr<const Finder> make_finder(const std::shared_ptr<const search::Searcher>& searcher,
                                          const store::Reader& store);

// Over the index in use: a new generation is taken within a second or two, made ready in the background. Both must
// outlive it.
std::unique_ptr<LiveFinder> open_finder(const search::LiveIndex& index, const store::Reader& store);

} // namespace trialdex::related
