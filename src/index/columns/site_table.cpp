// Sites as points, and the circles around them.
#include "index/columns/site_table.h"

#include "index/arrays.h"
#include "index/columns/range_mask.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace trialdex::index {

namespace {

constexpr double kMillionths = 1e6; // of a degree, as coordinates are kept
constexpr std::int32_t kNoPoint = std::numeric_limits<std::int32_t>::min();
constexpr double kDegree = std::numbers::pi / 180;

struct Header {
    std::uint32_t studies;
    std::uint32_t sites;
};

auto damaged(std::string_view what) {
    return fail(ErrorCode::Corrupt, "The index's table of places is damaged (" + std::string(what) +
                                        "); build the index again with: trialdex index");
}

bool is_on_earth(Place place) {
    return std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180; // false for NaN
}

std::int32_t millionths(double degrees) { return static_cast<std::int32_t>(std::lround(degrees * kMillionths)); }

std::int32_t clamped(double degrees, double limit) { return millionths(std::clamp(degrees, -limit, limit)); }

// A circle's latitudes and longitudes, a hair too wide rather than too narrow.
struct Box {
    std::int32_t south;
    std::int32_t north;
    double west; // to either side of the centre's longitude, in degrees

    Box(Place centre, double metres) {
        constexpr double kHair = 1e-5;
        const double angle = std::min(metres / kEarthRadiusMetres, std::numbers::pi);
        const double tall = angle / kDegree + kHair;
        south = clamped(centre.latitude - tall, 90);
        north = clamped(centre.latitude + tall, 90);
        const bool holds_pole = std::abs(centre.latitude) + tall >= 90;
        west = holds_pole
                   ? 180
                   : std::asin(std::min(1.0, std::sin(angle) / std::cos(centre.latitude * kDegree))) / kDegree + kHair;
    }
};

} // namespace

double distance(Place a, Place b) {
    const double up = std::sin((b.latitude - a.latitude) * kDegree / 2);
    const double across = std::sin((b.longitude - a.longitude) * kDegree / 2);
    const double square = up * up + std::cos(a.latitude * kDegree) * std::cos(b.latitude * kDegree) * across * across;
    return 2 * kEarthRadiusMetres * std::asin(std::sqrt(std::min(1.0, square)));
}

void SiteTableBuilder::add_study(const std::vector<std::optional<Place>>& sites) {
    for (const auto& site : sites) {
        const bool known = site && is_on_earth(*site);
        latitude_.push_back(known ? millionths(site->latitude) : kNoPoint);
        longitude_.push_back(known ? millionths(site->longitude) : 0);
    }
    first_site_.push_back(static_cast<std::uint32_t>(latitude_.size()));
}

void SiteTableBuilder::append(const SiteTable& table) {
    const std::uint32_t before = first_site_.back();
    for (std::size_t study = 1; study < table.first_site_.size(); ++study)
        first_site_.push_back(before + table.first_site(static_cast<std::uint32_t>(study)));
    latitude_.insert(latitude_.end(), table.latitude_.begin(), table.latitude_.end());
    longitude_.insert(longitude_.end(), table.longitude_.begin(), table.longitude_.end());
}

std::string SiteTableBuilder::finish() {
    ArrayWriter out;
    const Header header{static_cast<std::uint32_t>(first_site_.size() - 1), first_site_.back()};
    out.reserve(sizeof(Header) + 4 * first_site_.size() + 8 * latitude_.size() + 3 * kArrayAlignment);
    out.add(std::span<const Header>(&header, 1));
    out.add(std::span<const std::uint32_t>(first_site_));
    out.add(std::span<const std::int32_t>(latitude_));
    out.add(std::span<const std::int32_t>(longitude_));
    *this = SiteTableBuilder();
    return out.take();
}

Result<SiteTable> SiteTable::open(std::string_view bytes, std::uint32_t studies) {
    ArrayReader reader(bytes);
    const auto header = reader.take<Header>(1);
    if (!reader.ok() || header.front().studies != studies) return damaged("it does not fit its segment");
    SiteTable table;
    table.first_site_ = reader.take<std::uint32_t>(std::uint64_t{studies} + 1);
    table.latitude_ = reader.take<std::int32_t>(header.front().sites);
    table.longitude_ = reader.take<std::int32_t>(header.front().sites);
    if (!reader.complete()) return damaged("its length is wrong");
    return table;
}

std::uint32_t SiteTable::sites() const { return static_cast<std::uint32_t>(latitude_.size()); }

std::uint32_t SiteTable::first_site(std::uint32_t study) const {
    return study < first_site_.size() ? std::min(first_site_[study], sites()) : sites();
}

std::optional<Place> SiteTable::place(std::uint32_t site) const {
    if (site >= sites() || latitude_[site] == kNoPoint) return std::nullopt;
    return Place{latitude_[site] / kMillionths, longitude_[site] / kMillionths};
}

void SiteTable::within(Place centre, double metres, Bits& out) const {
    const Box box(centre, metres);
    const auto south = static_cast<std::uint32_t>(box.south);
    const std::uint32_t tall = static_cast<std::uint32_t>(box.north) - south;
    const auto* latitudes =
        reinterpret_cast<const std::uint32_t*>(latitude_.data()); // modulo 2³², as range_mask counts
    const auto look_at = [&](std::uint32_t site) {
        const double apart = std::abs(longitude_[site] / kMillionths - centre.longitude);
        if (std::min(apart, 360 - apart) > box.west) return;
        const auto where = place(site);
        if (where && distance(centre, *where) <= metres) out.set(site);
    };
    std::uint32_t site = 0;
    for (; site + 64 <= sites(); site += 64) {
        for (std::uint64_t rest = range_mask(latitudes + site, south, tall); rest != 0; rest &= rest - 1)
            look_at(site + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
    for (; site < sites(); ++site)
        if (latitudes[site] - south <= tall) look_at(site);
}

std::optional<double> SiteTable::nearest(std::uint32_t study, Place centre) const {
    std::optional<double> best;
    for (std::uint32_t site = first_site(study); study < first_site_.size() && site < first_site(study + 1); ++site) {
        const auto where = place(site);
        if (!where) continue;
        const double metres = distance(centre, *where);
        if (!best || metres < *best) best = metres;
    }
    return best;
}

} // namespace trialdex::index
