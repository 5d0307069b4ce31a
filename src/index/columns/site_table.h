// The locations of every study: how many, and where each of them is. Bytes of a segment's section.
#pragma once

#include "base/result.h"
#include "index/bits.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

struct Place {
    double latitude;
    double longitude;
};

inline constexpr double kEarthRadiusMetres = 6'371'008.8;

// Great-circle distance in metres.
double distance(Place a, Place b);

class SiteTable;

class SiteTableBuilder {
public:
    // Studies in order, one call each; an element without a point is nullopt. Coordinates are kept to a millionth of a
    // degree, so that those of the records (five decimals) come back exactly.
    void add_study(const std::vector<std::optional<Place>>& sites);
    void append(const SiteTable& table);
    std::string finish();

private:
    std::vector<std::uint32_t> first_site_{0};
    std::vector<std::int32_t> latitude_;
    std::vector<std::int32_t> longitude_;
};

class SiteTable {
public:
    static Result<SiteTable> open(std::string_view bytes, std::uint32_t studies);

    std::uint32_t sites() const;                         // of all studies; sites are numbered in study order
    std::uint32_t first_site(std::uint32_t study) const; // study may be studies(): the end
    std::optional<Place> place(std::uint32_t site) const;
    // Sets the bit of every site at most `metres` from `centre`. `out` has a bit for every site.
    void within(Place centre, double metres, Bits& out) const;
    // Distance to the study's nearest site; nullopt when none has a point.
    std::optional<double> nearest(std::uint32_t study, Place centre) const;

private:
    friend class SiteTableBuilder;
    std::span<const std::uint32_t> first_site_; // one more than studies
    std::span<const std::int32_t> latitude_;    // millionths of a degree; kNoPoint without a point
    std::span<const std::int32_t> longitude_;
};

} // namespace trialdex::index
