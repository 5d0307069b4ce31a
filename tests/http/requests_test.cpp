// Requests as they should be: methods, targets, pipelining, how long a connection lives.
#include "http/raw_client.h"
#include "http/running_server.h"

namespace trialdex::http {
namespace {

using std::chrono::milliseconds;

TEST(Requests, HandlerSeesDecodedPathAndParameters) {
    RunningServer server;
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/a%20b/%C3%A9?q=a+b%2Bc&flag&x=[1],(2):|\"'")).body,
              "GET /a b/\xC3\xA9 q=a b+c flag= x=[1],(2):|\"'");
}

TEST(Requests, AbsoluteTargetsAreTaken) {
    RunningServer server;
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("http://example.org:8080/path?a=b")).body, "GET /path a=b");
    EXPECT_EQ(client.ask(get("HTTP://example.org")).body, "GET /");
    EXPECT_EQ(client.ask(get("http://example.org?a=b")).body, "GET / a=b");
    EXPECT_EQ(client.ask(get("ftp://example.org/")).status, 400);
}

TEST(Requests, BadTargetsAreRefusedAndTheConnectionGoesOn) {
    RunningServer server;
    RawClient client(server.port());
    for (const char* target : {"/%", "/%4", "/%zz", "/%00", "/%0A", "/%7F", "/%C3", "/%C0%80", "/%ED%A0%80", "/?a=%",
                               "/?a=%FF", "/?%00=a", "//host/", "/%2Fhost/", "path", "*", "/a#b"}) {
        EXPECT_EQ(client.ask(get(target)).status, 400) << target;
    }
    EXPECT_EQ(client.ask(get("/good")).status, 200);
}

TEST(Requests, OnlyGetAndHeadAreAnswered) {
    RunningServer server;
    RawClient client(server.port());
    for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW"}) {
        const RawAnswer answer = client.ask(std::string(method) + " / HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(answer.status, 405) << method;
        EXPECT_EQ(answer.field.at("allow"), "GET, HEAD");
    }
    EXPECT_EQ(client.ask("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
}

TEST(Requests, OptionsOfTheServer) {
    RunningServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.field.at("allow"), "GET, HEAD");
}

TEST(Requests, BodiesOfPostsAreReadAndDropped) {
    RunningServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" + std::string(100'000, 'x') +
                get("/next"));
    EXPECT_EQ(client.read_answer().status, 405);
    EXPECT_EQ(client.read_answer().body, "GET /next");
}

TEST(Requests, BodyOfAGetIsNotTheNextRequest) {
    RunningServer server;
    RawClient client(server.port());
    const std::string inner = get("/inner");
    client.send(get("/outer", "Content-Length: " + std::to_string(inner.size()) + "\r\n") + inner + get("/next"));
    EXPECT_EQ(client.read_answer().body, "GET /outer");
    EXPECT_EQ(client.read_answer().body, "GET /next");
}

TEST(Requests, ExpectedContinueIsSent) {
    RunningServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read_answer().status, 100);
    client.send("abcd");
    EXPECT_EQ(client.read_answer().status, 405);
    // Without a body there is nothing to continue with.
    EXPECT_EQ(client.ask(get("/", "Expect: 100-continue\r\n")).status, 200);
}

TEST(Requests, PipelinedOnesAreAnsweredInOrder) {
    RunningServer server({}, [](const api::Request& request) {
        if (request.path == "/1") std::this_thread::sleep_for(milliseconds(50));
        return RunningServer::echo(request);
    });
    RawClient client(server.port());
    client.send(get("/1") + get("/2") + get("/3"));
    for (const char* path : {"GET /1", "GET /2", "GET /3"}) EXPECT_EQ(client.read_answer().body, path);
}

TEST(Requests, ConnectionLivesAsTheClientAsks) {
    RunningServer server;
    RawClient closing(server.port());
    EXPECT_EQ(closing.ask(get("/", "Connection: close\r\n")).field.at("connection"), "close");
    EXPECT_TRUE(closing.is_closed_within(milliseconds(5000)));

    RawClient old(server.port());
    EXPECT_EQ(old.ask("GET /old HTTP/1.0\r\n\r\n").field.at("connection"), "close");
    EXPECT_TRUE(old.is_closed_within(milliseconds(5000)));

    RawClient kept(server.port());
    EXPECT_EQ(kept.ask("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").field.at("connection"), "keep-alive");
    EXPECT_EQ(kept.ask(get("/again")).body, "GET /again");
}

TEST(Requests, ConnectionEndsAfterItsRequests) {
    ServerOptions options;
    options.requests_per_connection = 2;
    RunningServer server(options);
    RawClient client(server.port());
    EXPECT_FALSE(client.ask(get("/1")).field.contains("connection"));
    EXPECT_EQ(client.ask(get("/2")).field.at("connection"), "close");
    EXPECT_TRUE(client.is_closed_within(milliseconds(5000)));
}

TEST(Requests, LogHasOneLineARequestWithoutItsQuery) {
    RunningServer server;
    RawClient client(server.port());
    client.ask(get("/study/NCT00000001?cond=secret"));
    client.ask(get("/missing%"));
    client.ask("BAD\r\n\r\n");
    server.stop();
    const auto log = server.log();
    ASSERT_EQ(log.size(), 3U);
    EXPECT_TRUE(log[0].starts_with("GET /study/NCT00000001 200 ")) << log[0];
    EXPECT_TRUE(log[1].starts_with("GET /missing% 400 ")) << log[1];
    EXPECT_TRUE(log[2].starts_with("- - 400 ")) << log[2];
}

} // namespace
} // namespace trialdex::http
