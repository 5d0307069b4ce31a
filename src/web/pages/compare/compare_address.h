// The address of a comparison: /compare?ids=NCT00000001,NCT00000002 holds the trials in the order in which they stand
// side by side. Check boxes send `ids` once for each, the box for one more sends `add`; all become one canonical
// address.
#pragma once

#include "api/exchange.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::web {

inline constexpr std::size_t kMostCompared = 5;  // columns that a reader can still hold against each other
inline constexpr std::size_t kMostNamed = 25;    // ids that an address may hold, those that cannot be shown included
inline constexpr std::size_t kLongestNamed = 40; // bytes of what is no id, repeated to the reader
inline constexpr std::string_view kComparePath = "/compare";

class CompareAddress {
public:
    CompareAddress() = default;
    explicit CompareAddress(std::vector<std::string> ids) : ids_(std::move(ids)) {}
    // Each id once, in the order asked. What is no id stays as it was written (cut), so that the page can say so.
    static CompareAddress of(const api::Request& request);

    const std::vector<std::string>& ids() const { return ids_; }
    bool only_differences() const { return only_differences_; }

    CompareAddress without(std::string_view id) const;
    CompareAddress with_ids(std::vector<std::string> ids) const;
    CompareAddress showing(bool only_differences) const;

    // As the canonical address has them.
    std::vector<std::pair<std::string, std::string>> parameters() const;
    std::string href() const;

private:
    std::vector<std::string> ids_;
    bool only_differences_ = false;
};

} // namespace trialdex::web
