#include "http/access_log.h"
#include "http/gzip.h"
#include "http/reply.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::http {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Reply, HeadNamesStatusTypeLengthAndHeaders) {
    api::Response response;
    response.body = "abc";
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'");
    const Reply reply = make_reply(response, {});
    EXPECT_THAT(reply.head, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(reply.head, HasSubstr("\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 3\r\n"));
    EXPECT_THAT(reply.head, HasSubstr("\r\nContent-Security-Policy: default-src 'none'\r\n"));
    EXPECT_EQ(reply.body, "abc");
}

TEST(Reply, HeadersThatWouldBreakTheLineAreLeftOut) {
    api::Response response;
    response.content_type = "text/html\r\nX-Evil: 1";
    response.headers.emplace_back("X-Page", "a\nSet-Cookie: b");
    const Reply reply = make_reply(response, {});
    EXPECT_THAT(reply.head, Not(HasSubstr("Evil")));
    EXPECT_THAT(reply.head, Not(HasSubstr("Cookie")));
}

TEST(Reply, OnlyGoodAnswersBecomeNotModified) {
    api::Response response;
    response.etag = "\"a\"";
    Terms terms;
    terms.if_none_match = "\"a\"";
    EXPECT_EQ(make_reply(response, terms).status, 304);
    response.status = 404;
    EXPECT_EQ(make_reply(response, terms).status, 404);
}

TEST(Reply, OnlyTextIsCompressed) {
    EXPECT_TRUE(is_compressible("application/json"));
    EXPECT_TRUE(is_compressible("application/fhir+json;charset=utf-8"));
    EXPECT_TRUE(is_compressible("image/svg+xml"));
    EXPECT_TRUE(is_compressible("text/html; charset=utf-8"));
    EXPECT_FALSE(is_compressible("image/png"));
    EXPECT_FALSE(is_compressible("font/woff2"));
    EXPECT_FALSE(is_compressible("application/zip"));
}

TEST(Reply, IncompressibleBodiesGoOutAsTheyAre) {
    std::string noise;
    for (unsigned i = 0, state = 1; i < 4096; ++i)
        noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    EXPECT_EQ(gzip(noise), "");
    api::Response response;
    response.body = noise;
    const Reply reply = make_reply(response, {false, true, {}});
    EXPECT_EQ(reply.body, noise);
    EXPECT_THAT(reply.head, Not(HasSubstr("Content-Encoding")));
}

TEST(AccessLog, LinesCannotBeForged) {
    LogEntry entry;
    entry.method = "GET";
    entry.target = "/a\r\nGET /b 200\x1b[0m\xff?cond=secret";
    entry.status = 200;
    entry.bytes = 5;
    entry.time = std::chrono::microseconds(42);
    EXPECT_EQ(log_line(entry), "GET /a\\x0d\\x0aGET /b 200\\x1b[0m\\xff 200 5 42us");
    EXPECT_EQ(log_line({}), "- - 0 0 0us");
    const std::string long_target(10'000, 'x');
    entry.target = long_target;
    EXPECT_LT(log_line(entry).size(), 600U);
}

} // namespace
} // namespace trialdex::http
