// The map: outlines are read whole, views hold their points, land stays inside, and no point is lost in the marks.
#include "web/map/clusters.h"
#include "web/map/distance.h"
#include "web/map/land.h"

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace trialdex::web::map {
namespace {

// Points around a centre, as sites lie around a city.
std::vector<Point> around(Point centre, double spread, int count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> apart(-spread, spread);
    std::vector<Point> points;
    for (int i = 0; i < count; ++i) {
        Point point{centre.longitude + apart(random), std::clamp(centre.latitude + apart(random) / 2, -89.0, 89.0)};
        if (point.longitude > 180) point.longitude -= 360;
        if (point.longitude < -180) point.longitude += 360;
        points.push_back(point);
    }
    return points;
}

TEST(Outlines, AreThereAndOnTheEarth) {
    ASSERT_GT(outlines().size(), 300U);
    std::size_t land = 0;
    for (const Outline& outline : outlines()) {
        land += outline.is_land;
        EXPECT_GE(outline.points.size(), 2U);
        EXPECT_GE(outline.west, -200);
        EXPECT_LE(outline.east, 380);
        EXPECT_GE(outline.south, -90);
        EXPECT_LE(outline.north, 90);
        for (std::size_t i = 1; i < outline.points.size(); ++i) { // no line runs once around the earth
            EXPECT_LT(std::abs(outline.points[i].longitude - outline.points[i - 1].longitude), 90);
        }
    }
    EXPECT_GT(land, 200U);
}

TEST(Outlines, ReadsTheTablesForm) {
    // 'L', then steps of 0.02 degrees: 10 east and 1 south; 30 east (two digits) and 0.
    const auto read = read_outlines(std::string("# a comment\nL") + char('#' + 20) + char('#' + 1) +
                                    char('#' + 46 + 14) + char('#' + 1) + char('#') + "\n\nB" + char('#') + "\n");
    ASSERT_EQ(read.size(), 1U);
    ASSERT_EQ(read[0].points.size(), 2U);
    EXPECT_TRUE(read[0].is_land);
    EXPECT_DOUBLE_EQ(read[0].points[0].longitude, 0.2);
    EXPECT_DOUBLE_EQ(read[0].points[0].latitude, -0.02);
    EXPECT_DOUBLE_EQ(read[0].points[1].longitude, 0.8);
}

TEST(Outlines, TakesAnyBytes) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 200; ++round) {
        std::string table = "L";
        for (int i = 0; i < 60; ++i) table += static_cast<char>(byte(random));
        for (const Outline& outline : read_outlines(table)) EXPECT_FALSE(outline.points.empty());
    }
}

TEST(View, HoldsAllPointsWithAMargin) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> longitude(-180, 180);
        std::uniform_real_distribution<double> latitude(-50, 78);
        std::uniform_real_distribution<double> spread(0, seed % 3 == 0 ? 180 : 20);
        const auto points = around({longitude(random), latitude(random)}, spread(random), 1 + int(seed % 40), seed);
        const auto view = view_around(points);
        ASSERT_TRUE(view);
        EXPECT_GT(view->height(), 200) << seed;
        EXPECT_LT(view->height(), 480) << seed;
        EXPECT_LE(view->east - view->west, 360.001);
        for (const Point& point : points) {
            if (point.latitude < -58 || point.latitude > 82) continue; // beyond the outlines
            const View::Spot spot = view->spot(point);
            EXPECT_GE(spot.x, 0) << seed;
            EXPECT_LE(spot.x, kWidth) << seed;
            EXPECT_GE(spot.y, 0) << seed;
            EXPECT_LE(spot.y, view->height()) << seed;
        }
    }
}

TEST(View, OfNoPointsIsNone) { EXPECT_FALSE(view_around({})); }

TEST(View, OfOneTownShowsItsCountry) {
    const auto view = view_around(std::vector<Point>{{3.72, 51.05}});
    EXPECT_GT(view->east - view->west, 5);
    EXPECT_LT(view->east - view->west, 25);
}

TEST(View, CrossesTheDateLineWhereThatIsShorter) {
    const auto view = view_around(std::vector<Point>{{174.76, -36.85}, {-157.86, 21.31}}); // Auckland, Honolulu
    EXPECT_GT(view->west, 100);
    EXPECT_GT(view->east, 180);
    EXPECT_LT(view->east - view->west, 180);
    EXPECT_LT(view->spot({174.76, -36.85}).x, view->spot({-157.86, 21.31}).x);
}

TEST(View, OfTheWholeWorldIsCutInBeringStrait) {
    const auto view = view_around(std::vector<Point>{{-118, 34}, {2, 48}, {77, 28}, {151, -33}});
    EXPECT_DOUBLE_EQ(view->west, -169);
    EXPECT_DOUBLE_EQ(view->east, 191);
}

TEST(Land, IsWrittenInWholeUnitsAndClipped) {
    const auto view = view_around(std::vector<Point>{{4.4, 51.2}, {5.6, 50.6}}); // Antwerp, Liège
    const Land land = land_in(*view);
    EXPECT_FALSE(land.pieces.empty());
    EXPECT_FALSE(land.borders.empty());
    EXPECT_LT(land.pieces.size(), 3'000U);
    for (const char c : land.pieces + land.borders) {
        EXPECT_TRUE(std::isdigit(c) || c == 'm' || c == 'z' || c == '-' || c == ' ') << c;
    }
}

TEST(Land, OfTheWorldStaysLight) {
    const auto view = view_around(std::vector<Point>{{-118, 34}, {2, 48}, {77, 28}, {151, -33}});
    const Land land = land_in(*view);
    EXPECT_LT(land.pieces.size() + land.borders.size(), 30'000U);
}

// Whether a spot lies in the pieces of a path in our form, counting crossings to its left.
bool is_in(const std::string& path, View::Spot spot) {
    bool is_inside = false;
    double x = 0;
    double y = 0;
    for (std::size_t at = 0; at < path.size();) { // one piece: "m" numbers "z", relative to the start of the last one
        std::vector<View::Spot> piece;
        ++at;
        while (at < path.size() && path[at] != 'z') {
            char* end = nullptr;
            const double east = std::strtod(path.c_str() + at, &end);
            const double south = std::strtod(end, &end);
            at = static_cast<std::size_t>(end - path.c_str());
            x += east;
            y += south;
            piece.push_back({x, y});
        }
        ++at;
        x = piece.front().x;
        y = piece.front().y;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const View::Spot a = piece[i];
            const View::Spot b = piece[(i + 1) % piece.size()];
            if ((a.y > spot.y) == (b.y > spot.y)) continue;
            if (spot.x < a.x + (b.x - a.x) * (spot.y - a.y) / (b.y - a.y)) is_inside = !is_inside;
        }
    }
    return is_inside;
}

TEST(Land, HoldsTownsAndNoSeasInAnyView) {
    constexpr Point kInland[] = {{10.0, 50.5},   {2.6, 47.0},   {-98.0, 39.0},  {-106.0, 52.0}, {-52.0, -12.0},
                                 {22.0, -2.0},   {78.0, 22.0},  {105.0, 35.0},  {134.0, -25.0}, {100.0, 62.0},
                                 {-149.0, 65.0}, {177.0, 67.5}, {-172.0, 66.0}, {25.0, -29.0}};
    constexpr Point kAtSea[] = {{3.5, 55.5},   {-35.0, 35.0},  {-90.0, 25.0}, {-150.0, 10.0}, {75.0, -15.0},
                                {170.0, 20.0}, {-15.0, -20.0}, {5.0, 40.5},   {150.0, 55.0},  {-60.0, 58.5}};
    std::size_t looked_at = 0;
    std::mt19937 random(11);
    std::uniform_real_distribution<double> longitude(-180, 180);
    std::uniform_real_distribution<double> latitude(-40, 68);
    for (unsigned round = 0; round < 400; ++round) {
        const Point centre =
            round % 2 ? kInland[round / 2 % std::size(kInland)] : Point{longitude(random), latitude(random)};
        const auto view = view_around(around(centre, 1 + round % 40, 6, round));
        const Land land = land_in(*view);
        const auto look = [&](const Point& point, bool is_land) {
            const View::Spot spot = view->spot(point);
            if (spot.x < 0 || spot.x > kWidth || spot.y < 0 || spot.y > view->height()) return;
            EXPECT_EQ(is_in(land.pieces, spot), is_land)
                << point.longitude << " " << point.latitude << " in " << view->west << " " << view->south << " "
                << view->east << " " << view->north;
            ++looked_at;
        };
        for (const Point& point : kInland) look(point, true);
        for (const Point& point : kAtSea) look(point, false);
    }
    EXPECT_GT(looked_at, 400U);
}

TEST(Clusters, LoseNoPointAndStayFew) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const int count = seed < 5 ? int(seed) + 1 : int(seed) * 25;
        auto points = around({-95 + seed * 3.0, 40.0 - seed}, seed % 2 ? 170 : 15, count, seed);
        const auto view = view_around(points);
        const std::vector<Mark> marks = clusters(*view, points);
        EXPECT_LE(marks.size(), kMostMarks);
        std::vector<int> seen(points.size());
        for (const Mark& mark : marks) {
            EXPECT_FALSE(mark.members.empty());
            for (const std::size_t member : mark.members) ++seen.at(member);
        }
        EXPECT_EQ(std::accumulate(seen.begin(), seen.end(), 0), count);
        for (const int times : seen) EXPECT_EQ(times, 1);
        for (std::size_t i = 1; i < marks.size(); ++i) EXPECT_GE(marks[i - 1].radius(), marks[i].radius());
    }
}

TEST(Clusters, NoMarkHidesAnother) {
    for (unsigned seed = 0; seed < 30; ++seed) {
        const auto points = around({10, 50}, seed % 2 ? 170 : 20, 40 + int(seed) * 40, seed);
        for (const double scale : {1.0, 1.75}) {
            const std::vector<Mark> marks = clusters(*view_around(points), points, scale);
            for (std::size_t i = 0; i < marks.size(); ++i) {
                for (std::size_t j = i + 1; j < marks.size(); ++j) {
                    EXPECT_GT(std::hypot(marks[i].x - marks[j].x, marks[i].y - marks[j].y),
                              0.9 * (marks[i].radius() + marks[j].radius()));
                }
            }
        }
    }
}

TEST(Clusters, SameTownIsOneMark) {
    const std::vector<Point> points(1'154, Point{3.72, 51.05});
    const auto marks = clusters(*view_around(points), points);
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].members.size(), 1'154U);
}

TEST(Distance, AgreesWithKnownOnes) {
    const Point paris{2.3522, 48.8566};
    const Point london{-0.1276, 51.5072};
    const Point auckland{174.76, -36.85};
    const Point honolulu{-157.86, 21.31};
    EXPECT_NEAR(kilometres_between(paris, london), 344, 2);
    EXPECT_NEAR(kilometres_between(auckland, honolulu), 7'070, 40);
    EXPECT_NEAR(kilometres_between({0, 0}, {180, 0}), 20'015, 5);
    EXPECT_EQ(kilometres_between(paris, paris), 0);
    EXPECT_EQ(distance_in_words(0.3), "less than 1 km");
    EXPECT_EQ(distance_in_words(1.2), "about 1 km (1 mile)");
    EXPECT_EQ(distance_in_words(7070.4), "about 7,070 km (4,393 miles)");
}

} // namespace
} // namespace trialdex::web::map
