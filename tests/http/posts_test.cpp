// A POST: to the one path that takes it, up to its limit, however it is framed; its body is for the handler alone.
#include "http/raw_client.h"
#include "http/running_server.h"

namespace trialdex::http {
namespace {

std::string post(std::string_view fields, std::string_view body, std::string_view path = RunningServer::kPostPath) {
    std::string text = "POST ";
    return text.append(path).append(" HTTP/1.1\r\nHost: a\r\n").append(fields).append("\r\n").append(body);
}

TEST(Posts, HandlerSeesTheBody) {
    RunningServer server;
    RawClient client(server.port());
    EXPECT_EQ(client.ask(post("Content-Length: 4\r\n", "a=%2")).body, "POST /post [a=%2]");
    EXPECT_EQ(client.ask(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")).body,
              "POST /post [abcde]");
    EXPECT_EQ(client.ask(post("Content-Length: 0\r\n", "")).body, "POST /post");
    // Nothing of a body is left in the way of the next request.
    EXPECT_EQ(client.ask(get("/next")).body, "GET /next");
}

TEST(Posts, NoOtherPathTakesOne) {
    RunningServer server;
    RawClient client(server.port());
    for (const char* path : {"/", "/post/", "/post2", "/posT"}) {
        const RawAnswer answer = client.ask(post("Content-Length: 3\r\n", "abc", path));
        EXPECT_EQ(answer.status, 405) << path;
        EXPECT_EQ(answer.field.at("allow"), "GET, HEAD");
    }
    const RawAnswer answer = client.ask("PUT /post HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.field.at("allow"), "GET, HEAD, POST");
}

TEST(Posts, LimitHoldsForStatedAndForChunkedBodies) {
    RunningServer server;
    const std::string most(RunningServer::kPostLimit, 'x');
    RawClient fits(server.port());
    EXPECT_EQ(fits.ask(post("Content-Length: 1000\r\n", most)).status, 200);
    RawClient stated(server.port());
    EXPECT_EQ(stated.ask(post("Content-Length: 1001\r\n", "")).status, 413);
    RawClient expecting(server.port());
    EXPECT_EQ(expecting.ask(post("Expect: 100-continue\r\nContent-Length: 1001\r\n", "")).status, 413);
    RawClient chunked(server.port());
    EXPECT_EQ(chunked.ask(post("Transfer-Encoding: chunked\r\n", "3e8\r\n" + most + "\r\n1\r\nx\r\n0\r\n\r\n")).status,
              413);
}

TEST(Posts, SoManyBodiesAtOnce) {
    ServerOptions options;
    options.bodies = 1;
    RunningServer server(options);
    RawClient first(server.port());
    first.send(post("Content-Length: 10\r\n", "12345"));
    // The first body is under way as soon as the server has read its head.
    int status = 200;
    for (int tries = 0; tries < 100 && status == 200; ++tries) {
        RawClient second(server.port());
        status = second.ask(post("Content-Length: 3\r\n", "abc")).status;
    }
    EXPECT_EQ(status, 503);
    first.send("67890");
    EXPECT_EQ(first.read_answer().body, "POST /post [1234567890]");
    RawClient third(server.port());
    EXPECT_EQ(third.ask(post("Content-Length: 3\r\n", "abc")).status, 200);
}

TEST(Posts, BodiesAreNotLogged) {
    RunningServer server;
    RawClient client(server.port());
    client.ask(post("Content-Length: 6\r\n", "secret"));
    server.stop();
    ASSERT_EQ(server.log().size(), 1U);
    EXPECT_EQ(server.log()[0].find("secret"), std::string::npos) << server.log()[0];
}

} // namespace
} // namespace trialdex::http
