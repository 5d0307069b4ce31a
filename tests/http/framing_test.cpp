// What is wrong with a request's bytes, and that nothing after a bad request is read as a second one.
#include "http/raw_client.h"
#include "http/running_server.h"

namespace trialdex::http {
namespace {

using namespace std::string_literals; // with their NULs
using std::chrono::milliseconds;

struct BadRequest {
    const char* name;
    std::string bytes;
    int status;
};

std::string post(std::string_view fields, std::string_view body) {
    return std::string("POST /x HTTP/1.1\r\nHost: localhost\r\n").append(fields).append("\r\n").append(body);
}

class Refused : public testing::TestWithParam<BadRequest> {};

TEST_P(Refused, WithItsStatusAndTheEndOfTheConnection) {
    RunningServer server;
    RawClient client(server.port());
    // A second request follows in the same packet: it must not be answered.
    const RawAnswer answer = client.ask(GetParam().bytes + get("/smuggled"));
    EXPECT_EQ(answer.status, GetParam().status);
    EXPECT_EQ(answer.field.at("connection"), "close");
    EXPECT_EQ(answer.field.at("x-content-type-options"), "nosniff");
    client.finish_sending();
    EXPECT_EQ(client.read_answer().status, 0);
    server.stop();
    for (const std::string& line : server.log()) EXPECT_EQ(line.find("smuggled"), std::string::npos) << line;
}

const std::vector<BadRequest> kBadRequests = {
    {"LengthAndChunked", post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
    {"ChunkedAndLength", post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n"), 400},
    {"LengthAndOtherEncoding", post("Content-Length: 4\r\nTransfer-Encoding: xchunked\r\n", "abcd"), 400},
    {"TwoLengths", post("Content-Length: 4\r\nContent-Length: 5\r\n", "abcde"), 400},
    {"TwoEqualLengths", post("Content-Length: 4\r\nContent-Length: 4\r\n", "abcd"), 400},
    {"ListOfLengths", post("Content-Length: 4, 4\r\n", "abcd"), 400},
    {"SpaceBeforeColon", post("Content-Length : 4\r\n", "abcd"), 400},
    {"PlusInLength", post("Content-Length: +4\r\n", "abcd"), 400},
    {"NegativeLength", post("Content-Length: -4\r\n", "abcd"), 400},
    {"HexadecimalLength", post("Content-Length: 0x4\r\n", "abcd"), 400},
    {"EmptyLength", post("Content-Length:\r\n", "abcd"), 400},
    {"HugeLength", post("Content-Length: 99999999999999999999\r\n", "abcd"), 400},
    {"OtherEncoding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 501},
    {"GzipThenChunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501},
    {"ChunkedThenIdentity", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 501},
    {"QuotedChunked", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"), 501},
    {"ChunkedTwice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
    {"EncodingThenChunked", post("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 501},
    {"ChunkedInOldVersion", "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"BadChunkSize", post("Transfer-Encoding: chunked\r\n", "zz\r\n\r\n"), 400},
    {"ChunkWithoutLineEnd", post("Transfer-Encoding: chunked\r\n", "4\r\nabcdX0\r\n\r\n"), 400},
    {"NoHost", "GET / HTTP/1.1\r\n\r\n", 400},
    {"TwoHosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
    {"TwoEqualHosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n", 400},
    {"HostWithUser", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
    {"HostWithPath", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
    {"BareLineFeeds", "GET / HTTP/1.1\nHost: localhost\n\n", 400},
    {"BareLineFeedInside", "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", 400},
    {"NulInValue", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n"s, 400},
    {"NulInTarget", "GET /a\0b HTTP/1.1\r\nHost: localhost\r\n\r\n"s, 400},
    {"NoVersion", "GET /\r\n\r\n", 400},
    {"Version2", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 400},
    {"Version12", "GET / HTTP/1.2\r\nHost: localhost\r\n\r\n", 400},
    {"TwoSpaces", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
    {"SpaceInTarget", "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
    {"NotHttp", "\x16\x03\x01\x02\x01\x01", 400},
    {"OtherExpectation", get("/", "Expect: miracles\r\n"), 417},
};

INSTANTIATE_TEST_SUITE_P(Framing, Refused, testing::ValuesIn(kBadRequests),
                         [](const auto& parameter) { return std::string(parameter.param.name); });

TEST(Framing, ChunkedBodyIsReadAndTheNextRequestAnswered) {
    RunningServer server;
    RawClient client(server.port());
    client.send(post("Transfer-Encoding: chunked\r\n", "4;a=b\r\nabcd\r\n10\r\n0123456789abcdef\r\n0\r\nX: y\r\n\r\n") +
                get("/next"));
    EXPECT_EQ(client.read_answer().status, 405);
    EXPECT_EQ(client.read_answer().body, "GET /next");
}

TEST(Framing, EncodingNameIsReadWithoutCase) {
    RunningServer server;
    RawClient client(server.port());
    EXPECT_EQ(client.ask(post("transfer-encoding: Chunked\r\n", "0\r\n\r\n")).status, 405);
    EXPECT_EQ(client.ask(get("/next")).body, "GET /next");
}

// Byte by byte every state of the parser meets an end of the buffer.
TEST(Framing, DrippedRequestsAreReadLikeWholeOnes) {
    RunningServer server;
    RawClient client(server.port());
    const std::string bytes = post("Transfer-Encoding: chunked\r\n", "4\r\nabcd\r\n0\r\n\r\n") +
                              post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n") +
                              post("Content-Length: 4\r\n", "abcd") + get("/last");
    for (const char byte : bytes) {
        client.send(std::string_view(&byte, 1));
        std::this_thread::sleep_for(milliseconds(1));
    }
    for (int i = 0; i < 3; ++i) EXPECT_EQ(client.read_answer().status, 405);
    EXPECT_EQ(client.read_answer().body, "GET /last");
}

TEST(Framing, HalfARequestAndTheEndIsNotAnswered) {
    RunningServer server;
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: local");
    client.finish_sending();
    EXPECT_EQ(client.read_answer().status, 0);
}

TEST(Framing, RequestIsAnsweredAfterTheClientStoppedSending) {
    RunningServer server;
    RawClient client(server.port());
    client.send(get("/half-closed"));
    client.finish_sending();
    EXPECT_EQ(client.read_answer().body, "GET /half-closed");
    EXPECT_TRUE(client.is_closed_within(milliseconds(5000)));
}

} // namespace
} // namespace trialdex::http
