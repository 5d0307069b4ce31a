#include "http/negotiation.h"

#include <gtest/gtest.h>

namespace trialdex::http {
namespace {

TEST(Negotiation, GzipIsTakenOnlyWhenAskedFor) {
    for (const char* yes : {"gzip", "GZIP", "x-gzip", "br, gzip", "gzip;q=0.5", "gzip ; q=1", "deflate,gzip;q=0.001",
                            "*", "br;q=0, *", " gzip "}) {
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    }
    for (const char* no : {"", "br", "identity", "gzip;q=0", "gzip;q=0.0", "gzip;Q=0.000", "gzip; q=0", "*;q=0",
                           "gzip;q=0, *", "*, gzip;q=0", "gzippy", "not-gzip", ","}) {
        EXPECT_FALSE(accepts_gzip(no)) << no;
    }
}

TEST(Negotiation, EntityTagsAreComparedWeakly) {
    for (const char* known : {"\"a,b\"", "W/\"a,b\"", "\"x\", \"a,b\"", "\"x\",W/\"a,b\",\"y\"", "*", " * "}) {
        EXPECT_TRUE(matches_etag(known, "\"a,b\"")) << known;
        EXPECT_TRUE(matches_etag(known, "W/\"a,b\"")) << known;
    }
    for (const char* other : {"", "\"a\"", "a,b", "\"a,b", "\"x\", \"y\"", "\"A,B\"", "\"*\"", ", \"a\",\"b\""}) {
        EXPECT_FALSE(matches_etag(other, "\"a,b\"")) << other;
    }
    EXPECT_FALSE(matches_etag("*", ""));
}

} // namespace
} // namespace trialdex::http
