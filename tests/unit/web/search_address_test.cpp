// The address of a search: one canonical form, and one change at a time.
#include "support/site_client.h"
#include "web/pages/search/search_address.h"

#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

SearchAddress address(const std::string& query) { return SearchAddress::of(support::request_for("/search?" + query)); }

TEST(SearchAddressTest, HasOneFormWhateverTheOrder) {
    const std::string canonical = "/search?q=a+b&cond=migraine&status=rec&status=com&country=Norway&sort=start&page=3";
    EXPECT_EQ(address("page=3&status=com&country=Norway&cond=migraine&sort=start&status=rec&q=a%20b").href(),
              canonical);
    EXPECT_EQ(address(canonical.substr(8)).href(), canonical);
}

TEST(SearchAddressTest, DropsWhatSaysNothing) {
    EXPECT_EQ(address("q=&cond=+&utm_source=x&page=1&size=20&syn=on&status=").href(), "/search");
    EXPECT_EQ(address("q=a&q=b&status=rec&status=rec").href(), "/search?q=a&status=rec");
}

TEST(SearchAddressTest, JoinsTheHalvesOfAForm) {
    EXPECT_EQ(address("startFrom=2020&startTo=2022-05").href(), "/search?start=2020_2022-05");
    EXPECT_EQ(address("startFrom=&startTo=2022").href(), "/search?start=_2022");
    EXPECT_EQ(address("startFrom=&startTo=").href(), "/search");
    EXPECT_EQ(address("lat=1&lng=2&distance=50&unit=km").href(), "/search?lat=1&lng=2&distance=50km");
    EXPECT_EQ(address("lat=1&lng=2&distance=50").href(), "/search?lat=1&lng=2&distance=50mi");
}

TEST(SearchAddressTest, KeepsAnyBytes) {
    const std::string odd = "100% \"a&b\" <c> é #d=e+f;g\\[x]";
    const SearchAddress written = SearchAddress().with("q", odd);
    EXPECT_EQ(SearchAddress::of(support::request_for(written.href())).get("q"), odd);
    EXPECT_EQ(written.href().find_first_of("<>\"# "), std::string::npos);
}

TEST(SearchAddressTest, AChangeStartsAtTheFirstPage) {
    const SearchAddress start = address("q=a&status=rec&page=7");
    EXPECT_EQ(start.adding("status", "com").href(), "/search?q=a&status=rec&status=com");
    EXPECT_EQ(start.without("status", "rec").href(), "/search?q=a");
    EXPECT_EQ(start.with("q", "b").href(), "/search?q=b&status=rec");
    EXPECT_EQ(start.with("page", "8").href(), "/search?q=a&status=rec&page=8");
    EXPECT_EQ(start.with("page", "1").href(), "/search?q=a&status=rec");
}

TEST(SearchAddressTest, KnowsWhenNothingNarrows) {
    EXPECT_TRUE(address("sort=start&size=50").is_empty());
    EXPECT_FALSE(address("status=rec").is_empty());
}

} // namespace
} // namespace trialdex::web
