#include "store/version_chain.h"

#include <gtest/gtest.h>

namespace trialdex::store {
namespace {

Link link(const std::string& posted, const std::string& holder, std::uint64_t sequence, std::uint64_t content) {
    return {0, {posted, holder, sequence}, {content, 0}, false};
}

const std::vector<Link> kChain{link("2024-01-01", "2024-01-02", 5, 1), link("2024-01-01", "2024-01-09", 6, 2),
                               link("2024-05-01", "2024-05-02", 1, 3)};

Placement place_in_chain(const std::string& posted, const std::string& holder, std::uint64_t content) {
    return place(kChain, {posted, holder, 0}, {content, 0});
}

using Kind = Placement::Kind;

TEST(VersionChain, UnknownContentsGoWhereTheirDatesSay) {
    EXPECT_EQ(place_in_chain("2023-01-01", "2025-01-01", 9), (Placement{Kind::Insert, 0, 0}));
    EXPECT_EQ(place_in_chain("2024-01-01", "2024-01-05", 9), (Placement{Kind::Insert, 0, 1}));
    EXPECT_EQ(place_in_chain("2024-01-01", "2024-02-01", 9), (Placement{Kind::Insert, 0, 2}));
    EXPECT_EQ(place_in_chain("2024-05-01", "2024-05-03", 9), (Placement{Kind::Insert, 0, 3}));
    EXPECT_EQ(place_in_chain("", "", 9), (Placement{Kind::Insert, 0, 0}));
}

TEST(VersionChain, EqualDatesStayInOrderOfArrival) {
    EXPECT_EQ(place_in_chain("2024-01-01", "2024-01-02", 9), (Placement{Kind::Insert, 0, 1}));
    EXPECT_EQ(place_in_chain("2024-05-01", "2024-05-02", 9), (Placement{Kind::Insert, 0, 3}));
}

TEST(VersionChain, KnownContentsOfOldLoadsChangeNothing) {
    EXPECT_EQ(place_in_chain("2024-01-01", "2024-01-02", 1).kind, Kind::Known);
    EXPECT_EQ(place_in_chain("2024-01-01", "", 1).kind, Kind::Known);
    EXPECT_EQ(place_in_chain("2024-05-01", "2024-05-01", 3).kind, Kind::Known);
}

TEST(VersionChain, KnownContentsMoveUpWithTheLoadsThatHoldThem) {
    EXPECT_EQ(place_in_chain("2024-01-01", "2024-01-05", 1), (Placement{Kind::Seen, 0, 0}));
    EXPECT_EQ(place_in_chain("2024-05-01", "2024-09-01", 3), (Placement{Kind::Seen, 2, 2}));
    EXPECT_EQ(place_in_chain("2024-01-01", "2024-03-01", 1), (Placement{Kind::Moved, 0, 1}));
}

TEST(VersionChain, ContentsThatComeToEqualDatesKeepTheOrderOfTheirChanges) {
    const std::vector<Link> chain{link("2024-01-01", "2024-01-02", 1, 1), link("2024-01-01", "2024-02-02", 2, 2)};
    EXPECT_EQ(place(chain, {"2024-01-01", "2024-02-02", 0}, {1, 0}), (Placement{Kind::Seen, 0, 0}));
    // Here the first came after the second (change 7 after 6), and goes behind it.
    const std::vector<Link> late{link("2024-01-01", "2024-01-02", 7, 1), link("2024-01-01", "2024-01-09", 6, 2),
                                 link("2024-05-01", "2024-05-02", 1, 3)};
    EXPECT_EQ(place(late, {"2024-01-01", "2024-01-09", 0}, {1, 0}), (Placement{Kind::Moved, 0, 1}));
}

TEST(VersionChain, WhatReturnsAtTheEndIsCurrentAgain) {
    const std::vector<Link> chain{link("2024-01-01", "2024-01-02", 1, 1), link("2024-01-01", "2024-02-02", 2, 2)};
    EXPECT_EQ(place(chain, {"2024-01-01", "2024-03-02", 0}, {1, 0}), (Placement{Kind::Moved, 0, 1}));
}

} // namespace
} // namespace trialdex::store
