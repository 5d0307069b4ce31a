// What goes out: HEAD, compression, entity tags, redirects, errors of handlers.
#include "http/raw_client.h"
#include "http/running_server.h"

#include <libdeflate.h>
#include <memory>

namespace trialdex::http {
namespace {

std::string unzip(const std::string& packed, std::size_t size) {
    std::string text(size, '\0');
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    std::size_t written = 0;
    const auto result =
        libdeflate_gzip_decompress(decompressor.get(), packed.data(), packed.size(), text.data(), size, &written);
    return result == LIBDEFLATE_SUCCESS && written == size ? text : "not gzip";
}

api::Response long_json(const api::Request&) {
    api::Response response;
    response.content_type = "application/json";
    response.etag = "\"load-7\"";
    for (int i = 0; i < 1000; ++i) response.body += "{\"n\":" + std::to_string(i) + "},";
    return response;
}

TEST(Answers, HaveADateAndNoSniffing) {
    RunningServer server;
    RawClient client(server.port());
    const RawAnswer answer = client.ask(get("/"));
    EXPECT_EQ(answer.field.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.field.at("date").size(), std::string_view("Sun, 06 Nov 1994 08:49:37 GMT").size());
    EXPECT_TRUE(answer.field.at("date").ends_with(" GMT"));
}

TEST(Answers, HeadHasTheLengthAndNoBody) {
    RunningServer server({}, long_json);
    RawClient client(server.port());
    const std::size_t length = client.ask(get("/")).body.size();
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read_answer(false).field.at("content-length"), std::to_string(length));
    client.send("HEAD /% HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read_answer(false).status, 400);
    // Nothing of a body is left in the way of the next answer.
    EXPECT_EQ(client.ask(get("/")).body.size(), length);
}

TEST(Answers, AreCompressedWhenAskedFor) {
    RunningServer server({}, long_json);
    RawClient client(server.port());
    const RawAnswer plain = client.ask(get("/"));
    EXPECT_FALSE(plain.field.contains("content-encoding"));
    EXPECT_EQ(plain.field.at("vary"), "Accept-Encoding");
    const RawAnswer packed = client.ask(get("/", "Accept-Encoding: br, gzip\r\n"));
    EXPECT_EQ(packed.field.at("content-encoding"), "gzip");
    EXPECT_EQ(packed.field.at("vary"), "Accept-Encoding");
    EXPECT_LT(packed.body.size(), plain.body.size() / 2);
    EXPECT_EQ(unzip(packed.body, plain.body.size()), plain.body);
    EXPECT_FALSE(client.ask(get("/", "Accept-Encoding: gzip;q=0\r\n")).field.contains("content-encoding"));
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n");
    EXPECT_EQ(client.read_answer(false).field.at("content-length"), std::to_string(packed.body.size()));
}

TEST(Answers, SmallBodiesAreNotCompressed) {
    RunningServer server;
    RawClient client(server.port());
    EXPECT_FALSE(client.ask(get("/", "Accept-Encoding: gzip\r\n")).field.contains("content-encoding"));
}

TEST(Answers, KnownEntityTagIsA304) {
    RunningServer server({}, long_json);
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/")).field.at("etag"), "\"load-7\"");
    for (const char* known : {"\"load-7\"", "W/\"load-7\"", "\"a\", \"load-7\"", "*"}) {
        const RawAnswer answer = client.ask(get("/", std::string("If-None-Match: ") + known + "\r\n"));
        EXPECT_EQ(answer.status, 304) << known;
        EXPECT_EQ(answer.field.at("etag"), "\"load-7\"");
        EXPECT_FALSE(answer.field.contains("content-length"));
    }
    EXPECT_EQ(client.ask(get("/", "If-None-Match: \"load-6\"\r\n")).status, 200);
    const std::string packed_tag = client.ask(get("/", "Accept-Encoding: gzip\r\n")).field.at("etag");
    EXPECT_EQ(packed_tag, "W/\"load-7\"");
    EXPECT_EQ(client.ask(get("/", "If-None-Match: " + packed_tag + "\r\n")).status, 304);
}

TEST(Answers, RedirectsCannotLeadAstrayOrAddHeaders) {
    RunningServer server({}, [](const api::Request&) {
        api::Response response;
        response.status = 301;
        response.location = "/\\evil\r\nX-Evil: 1/\xC3\xA9?a=b%20c";
        return response;
    });
    RawClient client(server.port());
    const RawAnswer answer = client.ask(get("/"));
    EXPECT_EQ(answer.status, 301);
    EXPECT_EQ(answer.field.at("location"), "/%5Cevil%0D%0AX-Evil:%201/%C3%A9?a=b%20c");
}

TEST(Answers, AnExceptionIsA500AndTheServerLives) {
    RunningServer server({}, [](const api::Request& request) -> api::Response {
        if (request.path == "/int") throw 7;
        if (request.path == "/bad") throw std::runtime_error("the disk\nis gone");
        return RunningServer::echo(request);
    });
    RawClient client(server.port());
    const RawAnswer answer = client.ask(get("/bad"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body.find("disk"), std::string::npos);
    EXPECT_EQ(client.ask(get("/int")).status, 500);
    EXPECT_EQ(client.ask(get("/good")).body, "GET /good");
    server.stop();
    EXPECT_NE(server.log()[0].find("(the disk\\x0ais gone)"), std::string::npos) << server.log()[0];
}

TEST(Answers, HealthIsAnsweredHere) {
    RunningServer server({}, [](const api::Request&) -> api::Response { throw 1; });
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/healthz")).body, "ok");
}

} // namespace
} // namespace trialdex::http
