// Sizes, deadlines, too many of everything, and the way out.
#include "http/raw_client.h"
#include "http/running_server.h"

#include <list>
#include <semaphore>

namespace trialdex::http {
namespace {

using std::chrono::milliseconds;

TEST(Limits, HeaderBytes) {
    RunningServer server;
    RawClient fits(server.port());
    EXPECT_EQ(fits.ask(get("/", "X: " + std::string(64'000, 'x') + "\r\n")).status, 200);
    RawClient many_ids(server.port());
    EXPECT_EQ(many_ids.ask(get("/?filter.ids=" + std::string(60'000, '1'))).status, 200);
    RawClient too_long(server.port());
    EXPECT_EQ(too_long.ask(get("/", "X: " + std::string(65'536, 'x') + "\r\n")).status, 431);
    RawClient huge(server.port());
    huge.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(300'000, 'x'));
    EXPECT_EQ(huge.read_answer().status, 431);
    RawClient long_target(server.port());
    EXPECT_EQ(long_target.ask(get("/" + std::string(160'000, 'x'))).status, 414);
    RawClient longer_than_all(server.port()); // the request line comes whole, and is past the limit by itself
    EXPECT_EQ(longer_than_all.ask(get("/" + std::string(66'000, 'x'))).status, 414);
}

TEST(Limits, HeaderFields) {
    RunningServer server;
    const auto ask = [&](int fields) {
        std::string all;
        for (int i = 0; i < fields; ++i) all += "X: y\r\n";
        RawClient client(server.port());
        return client.ask(get("/", all)).status;
    };
    EXPECT_EQ(ask(99), 200); // and Host
    EXPECT_EQ(ask(100), 431);
    EXPECT_EQ(ask(500), 431);
}

TEST(Limits, BodyBytes) {
    ServerOptions options;
    options.body_bytes = 1000;
    RunningServer server(options);
    RawClient stated(server.port());
    EXPECT_EQ(stated.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n").status, 413);
    RawClient expecting(server.port());
    EXPECT_EQ(
        expecting.ask("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n").status,
        413);
    RawClient chunked(server.port());
    chunked.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 11; ++i) chunked.send("64\r\n" + std::string(100, 'x') + "\r\n");
    EXPECT_EQ(chunked.read_answer().status, 413);
    RawClient endless_extension(server.port());
    endless_extension.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;" +
                           std::string(300'000, 'x'));
    EXPECT_GE(endless_extension.read_answer().status, 400);
}

// The answer to a refused upload must arrive although the client is still sending.
TEST(Limits, RefusalReachesAClientThatGoesOnSending) {
    RunningServer server;
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n");
    client.send(std::string(500'000, 'x'));
    EXPECT_EQ(client.read_answer().status, 413);
}

TEST(Limits, SlowHeaderIsCutAtTheDeadline) {
    ServerOptions options;
    options.read_deadline = milliseconds(300);
    RunningServer server(options);
    RawClient client(server.port());
    const auto start = std::chrono::steady_clock::now();
    bool open = true;
    for (const char byte : get("/", "X: " + std::string(7'000, 'x') + "\r\n")) {
        open = client.send(std::string_view(&byte, 1)) && !client.is_closed_within(milliseconds(20));
        if (!open) break;
    }
    EXPECT_FALSE(open);
    EXPECT_GE(std::chrono::steady_clock::now() - start, milliseconds(250));
    server.stop();
    ASSERT_EQ(server.log().size(), 1U);
    EXPECT_TRUE(server.log()[0].starts_with("- - 408 ")) << server.log()[0];
}

TEST(Limits, SlowBodyIsCutAtTheDeadline) {
    ServerOptions options;
    options.read_deadline = milliseconds(300);
    RunningServer server(options);
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_TRUE(client.is_closed_within(milliseconds(10'000)));
}

TEST(Limits, IdleConnectionIsClosed) {
    ServerOptions options;
    options.idle_deadline = milliseconds(200);
    RunningServer server(options);
    RawClient silent(server.port());
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/")).status, 200);
    EXPECT_TRUE(client.is_closed_within(milliseconds(10'000)));
    EXPECT_TRUE(silent.is_closed_within(milliseconds(10'000)));
}

TEST(Limits, ClientThatDoesNotReadIsCutAtTheDeadline) {
    ServerOptions options;
    options.write_deadline = milliseconds(200);
    RunningServer server(options, [](const api::Request&) {
        api::Response response;
        response.content_type = "application/octet-stream";
        response.body = std::string(32U << 20U, 'x');
        return response;
    });
    RawClient client(server.port());
    client.send(get("/"));
    // The line is logged when the server has given up.
    for (int wait = 0; wait < 1000 && server.log().empty(); ++wait) std::this_thread::sleep_for(milliseconds(20));
    const RawAnswer answer = client.read_answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_LT(answer.body.size(), 32U << 20U);
}

TEST(Limits, LargeAnswerArrivesWhole) {
    RunningServer server({}, [](const api::Request&) {
        api::Response response;
        for (int i = 0; response.body.size() < (3U << 20U); ++i) response.body += std::to_string(i) + ",";
        return response;
    });
    RawClient client(server.port());
    const RawAnswer answer = client.ask(get("/"));
    EXPECT_GE(answer.body.size(), 3U << 20U);
    EXPECT_TRUE(answer.body.starts_with("0,1,2,"));
    EXPECT_EQ(std::to_string(answer.body.size()), answer.field.at("content-length"));
}

// Handlers that wait until they are let go.
struct Gate {
    std::counting_semaphore<1000> waiting{0};
    std::counting_semaphore<1000> open{0};
    RunningServer::Answer answer() {
        return [this](const api::Request& request) {
            waiting.release();
            open.acquire();
            return RunningServer::echo(request);
        };
    }
};

TEST(Limits, FullQueueIsA503WithRetryAfter) {
    ServerOptions options;
    options.workers = 1;
    options.queue = 2;
    Gate gate;
    RunningServer server(options, gate.answer());
    RawClient health(server.port());
    // When two rounds of another connection are through, the loop has seen what was sent before them.
    const auto send_and_settle = [&](RawClient& client, std::string_view path) {
        client.ask(get("/healthz"));
        client.send(get(path));
        for (int round = 0; round < 2; ++round) EXPECT_EQ(health.ask(get("/healthz")).body, "ok");
    };
    std::list<RawClient> clients;
    for (int i = 0; i < 3; ++i) send_and_settle(clients.emplace_back(server.port()), "/slow"); // one runs, two wait
    RawClient late(server.port());
    const RawAnswer answer = late.ask(get("/late"));
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.field.at("retry-after"), "1");
    gate.open.release(10);
    for (RawClient& client : clients) EXPECT_EQ(client.read_answer().body, "GET /slow");
    EXPECT_EQ(late.ask(get("/again")).status, 200);
}

TEST(Limits, ConnectionsBeyondTheCapGetAnEarly503) {
    ServerOptions options;
    options.connections = 3;
    RunningServer server(options);
    std::list<RawClient> clients;
    for (int i = 0; i < 3; ++i) EXPECT_EQ(clients.emplace_back(server.port()).ask(get("/")).status, 200);
    RawClient beyond(server.port());
    const RawAnswer answer = beyond.read_answer(); // without having asked
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.field.at("retry-after"), "1");
    EXPECT_TRUE(beyond.is_closed_within(milliseconds(10'000)));
    clients.clear();
    int status = 0;
    for (int attempt = 0; attempt < 200 && status != 200; ++attempt) {
        std::this_thread::sleep_for(milliseconds(20));
        RawClient again(server.port());
        status = again.ask(get("/")).status;
    }
    EXPECT_EQ(status, 200);
}

TEST(Stop, AnswersWhatIsUnderWayAndClosesTheRest) {
    Gate gate;
    RunningServer server({}, gate.answer());
    RawClient idle(server.port());
    RawClient client(server.port());
    client.send(get("/slow") + get("/after"));
    gate.waiting.acquire();
    server.begin_stop();
    EXPECT_TRUE(idle.is_closed_within(milliseconds(10'000)));
    RawClient late(server.port());
    EXPECT_EQ(late.ask(get("/")).status, 0);
    gate.open.release(10);
    const RawAnswer answer = client.read_answer();
    EXPECT_EQ(answer.body, "GET /slow");
    EXPECT_EQ(answer.field.at("connection"), "close");
    EXPECT_EQ(client.read_answer().status, 0); // the pipelined one is not begun
    server.stop();
    EXPECT_EQ(server.log().size(), 1U);
}

TEST(Stop, DoesNotWaitForeverForAClient) {
    ServerOptions options;
    options.stop_deadline = milliseconds(200);
    RunningServer server(options);
    RawClient half(server.port());
    half.send("GET / HTTP/1.1\r\n");
    std::this_thread::sleep_for(milliseconds(100));
    server.stop(); // far before the read deadline of 10 s
    EXPECT_TRUE(half.is_closed_within(milliseconds(1000)));
}

TEST(Stop, BeforeTheFirstRequestAndTwice) {
    RunningServer server;
    server.begin_stop();
    server.stop();
    server.stop();
    SUCCEED();
}

TEST(Listen, SaysWhenThePortIsTaken) {
    RunningServer server;
    ServerOptions options;
    options.port = server.port();
    struct Nobody final : api::Handler {
        api::Response handle(const api::Request&) const override { return {}; }
    };
    const Nobody nobody;
    const auto second = Server::listen(nobody, options);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Unreadable);
    EXPECT_NE(second.error().message.find(std::to_string(server.port())), std::string::npos);
}

} // namespace
} // namespace trialdex::http
