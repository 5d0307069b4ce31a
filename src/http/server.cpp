// The server's sockets, on Asio and Beast's parser: the only file that sees Boost (12 s of compiling).
//
// One thread (run()) accepts, reads and writes; every connection is a coroutine on it, which answers its requests one
// after the other. Handlers run on a small pool, so a slow one holds up nobody but its own connection. Nothing here is
// locked: other threads only post to the I/O thread.
//
// Beast's chunk parser asserts that a last chunk comes in one piece. A client decides that, and the parser copes
// without the assertion, so debug builds must not stop there.
#define BOOST_DISABLE_ASSERTS

#include "http/server.h"

#include "http/access_log.h"
#include "http/negotiation.h"
#include "http/reply.h"
#include "http/request_head.h"
#include "http/target.h"

#include <array>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http/parser.hpp>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

namespace trialdex::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using beast::error_code;
using ParseError = beast::http::error;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 16 * 1024;
constexpr std::size_t kWriteBytes = 256 * 1024; // what a client must take within one write deadline
constexpr std::size_t kTurnedAway = 64;    // connections beyond the cap that get a 503; further ones are just closed
constexpr std::chrono::seconds kLinger{1}; // for the client to read an answer before its connection is cut
constexpr std::size_t kLingerBytes = 1024 * 1024;
constexpr std::chrono::milliseconds kAcceptPause{100}; // after a failed accept: out of file descriptors, most likely

// A body is kept up to the limit that the handler sets for a POST to its path; every other one is counted by the parser
// and dropped.
struct LimitedBody {
    struct value_type {
        std::size_t limit = 0; // 0: dropped
        std::string text;
    };
    struct reader {
        template <bool is_request, class Fields>
        reader(beast::http::header<is_request, Fields>&, value_type& body) : body_(body) {}
        void init(const boost::optional<std::uint64_t>&, error_code& ec) { ec = {}; }
        template <class Buffers> std::size_t put(const Buffers& buffers, error_code& ec) {
            ec = {};
            const std::size_t bytes = beast::buffer_bytes(buffers);
            if (body_.limit == 0) return bytes;
            if (bytes > body_.limit - body_.text.size()) {
                ec = ParseError::body_limit;
                return 0;
            }
            body_.text += beast::buffers_to_string(buffers);
            return bytes;
        }
        void finish(error_code& ec) { ec = {}; }
        value_type& body_;
    };
};
using Parser = beast::http::request_parser<LimitedBody>;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

RequestHead head_of(const Parser& parser) {
    RequestHead head;
    head.method = view(parser.get().method_string());
    head.target = view(parser.get().target());
    head.version = parser.get().version();
    for (const auto& field : parser.get()) head.fields.emplace_back(view(field.name_string()), view(field.value()));
    return head;
}

// What to tell a client whose request cannot be parsed. A header past its limit is the target's fault when the request
// line never ended, or when the target alone takes more than half of what is allowed.
Refusal refusal_of(error_code ec, bool has_line, bool is_long_target) {
    if (ec == ParseError::header_limit || ec == ParseError::buffer_overflow) {
        if (has_line && !is_long_target) return {431, "The header of the request is too long."};
        return {414, "The request line is too long."};
    }
    if (ec == beast::error::timeout) return {408, {}}; // for the log: Beast has closed the connection
    if (ec == ParseError::body_limit) return {413, "The body of the request is too long."};
    return {400, "The request is not well-formed HTTP."};
}

// Counts one up for as long as it lives.
struct Counted {
    explicit Counted(std::size_t& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    std::size_t& count_;
};

class BeastServer;

// One client: reads requests, has them answered, writes the answers, in order.
class Connection {
public:
    Connection(BeastServer& server, tcp::socket socket);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    awaitable<void> serve();
    awaitable<void> turn_away();
    void close() { stream_.close(); }
    void close_if_idle() {
        if (is_idle_) close();
    }

private:
    awaitable<bool> await_request();
    awaitable<bool> exchange(bool is_last);
    awaitable<Reply> reply_to(const RequestHead& head, bool is_post, std::string body);
    std::size_t post_limit(const RequestHead& head) const;
    std::optional<Refusal> body_refusal(const Parser& parser, std::size_t limit) const;
    awaitable<error_code> read_some();
    awaitable<error_code> read(Parser& parser, bool whole);
    awaitable<void> refuse(Refusal refusal, const RequestHead& head);
    awaitable<bool> send(const Reply& reply, std::string_view connection, const RequestHead& head);
    awaitable<bool> write(std::string_view head, std::string_view body);
    awaitable<void> linger();

    BeastServer& server_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    Clock::time_point started_ = Clock::now(); // when the request under way had been read
    bool is_idle_ = false;
};

class BeastServer final : public Server {
public:
    BeastServer(const api::Handler& handler, ServerOptions options)
        : options_(std::move(options)), handler_(handler), pool_(options_.workers) {}

    Result<void> open();
    std::uint16_t port() const override { return port_; }
    void run() override;
    void stop() override {
        asio::post(io_, [this] { begin_stop(); });
    }

private:
    friend class Connection;
    awaitable<void> accept();
    void begin_stop();
    void forget(Connection* connection);

    ServerOptions options_;
    const api::Handler& handler_;
    std::uint16_t port_ = 0;
    std::set<Connection*> connections_;
    std::size_t handling_ = 0; // requests that run on the pool or wait for it
    std::size_t bodies_ = 0;   // requests whose body is kept
    bool stopping_ = false;
    asio::thread_pool pool_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::steady_timer stop_timer_{io_};
};

Connection::Connection(BeastServer& server, tcp::socket socket)
    : server_(server), stream_(std::move(socket)), buffer_(server.options_.header_bytes + kReadBytes) {
    server_.connections_.insert(this);
}

Connection::~Connection() { server_.forget(this); }

awaitable<void> Connection::serve() {
    for (std::size_t left = server_.options_.requests_per_connection; left > 0; --left) {
        const bool has_request = co_await await_request();
        if (!has_request) co_return;
        const bool goes_on = co_await exchange(left == 1);
        if (!goes_on) break;
    }
    co_await linger();
}

awaitable<void> Connection::turn_away() {
    co_await refuse({503, "Too many connections at the moment. Please try again shortly."}, {});
    co_await linger();
}

// Waits for the first byte of a request; false when there will be none.
awaitable<bool> Connection::await_request() {
    if (buffer_.size() > 0) co_return true;
    if (server_.stopping_) co_return false;
    is_idle_ = true;
    stream_.expires_after(server_.options_.idle_deadline);
    const error_code ec = co_await read_some();
    is_idle_ = false;
    co_return !ec;
}

// One request and its answer; false when the connection ends with it.
awaitable<bool> Connection::exchange(bool is_last) {
    stream_.expires_after(server_.options_.read_deadline);
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(server_.options_.header_bytes));
    parser.body_limit(server_.options_.body_bytes);
    error_code ec = co_await read(parser, false);
    const RequestHead head = head_of(parser); // of a request that broke off, as far as it came
    const std::size_t limit = ec || head.method != "POST" ? 0 : post_limit(head);
    std::optional<Counted> kept; // this request's body
    if (!ec) {
        auto refusal = http::refusal_of(head, server_.options_.header_fields);
        if (!refusal && limit > 0) refusal = body_refusal(parser, limit);
        if (refusal) {
            co_await refuse(*refusal, head);
            co_return false;
        }
        if (limit > 0) kept.emplace(server_.bodies_);
        parser.get().body().limit = limit;
        if (!parser.is_done() && head.wants_continue()) co_await write("HTTP/1.1 100 Continue\r\n\r\n", {});
        ec = co_await read(parser, true);
    }
    if (ec == asio::error::eof || ec == asio::error::connection_reset) co_return false;
    if (ec) {
        const std::string_view unread(static_cast<const char*>(buffer_.data().data()), buffer_.size());
        const std::size_t line_end = unread.find('\n');
        const bool has_line = !head.target.empty() || line_end != std::string_view::npos;
        // Beast may refuse before it has parsed the line that it holds: then its length counts.
        const std::size_t line = head.target.empty() && has_line ? line_end : head.target.size();
        const bool is_long_target = line > server_.options_.header_bytes / 2;
        co_await refuse(refusal_of(ec, has_line, is_long_target), head);
        co_return false;
    }
    started_ = Clock::now();
    const Reply reply = co_await reply_to(head, limit > 0, std::move(parser.get().body().text));
    const bool keep = parser.keep_alive() && !is_last && !server_.stopping_;
    const bool sent = co_await send(reply, !keep ? "close" : head.version < 11 ? "keep-alive" : "", head);
    co_return sent&& keep;
}

// How many bytes a POST to the target may bring; 0: none.
std::size_t Connection::post_limit(const RequestHead& head) const {
    const auto target = parse_target(head.target);
    return target ? std::min(server_.handler_.post_limit(target->path), server_.options_.body_bytes) : 0;
}

std::optional<Refusal> Connection::body_refusal(const Parser& parser, std::size_t limit) const {
    const auto length = parser.content_length();
    if (length && *length > limit) return Refusal{413, "The body of the request is too long."};
    if (server_.bodies_ < server_.options_.bodies) return std::nullopt;
    return Refusal{503, "Too many requests at the moment. Please try again shortly."};
}

awaitable<Reply> Connection::reply_to(const RequestHead& head, bool is_post, std::string body) {
    const Terms plain{head.method == "HEAD", false, {}};
    if (head.method != "GET" && head.method != "HEAD" && !is_post) {
        const bool asks = head.method == "OPTIONS" && head.target == "*";
        api::Response response = refusal_response(asks ? 204 : 405, "Only GET and HEAD are answered here.");
        response.headers.emplace_back("Allow", post_limit(head) > 0 ? "GET, HEAD, POST" : "GET, HEAD");
        co_return make_reply(std::move(response), plain);
    }
    auto target = parse_target(head.target);
    if (!target) co_return make_reply(refusal_response(400, target.error().message), plain);
    if (target->path == "/healthz") co_return make_reply(refusal_response(200, "ok"), plain);
    if (server_.handling_ >= server_.options_.workers + server_.options_.queue) {
        co_return make_reply(refusal_response(503, "Too many requests at the moment. Please try again shortly."),
                             plain);
    }
    const api::Request request{std::string(head.method),
                               std::move(target->path),
                               std::move(target->raw),
                               std::move(target->query),
                               is_post ? std::string() : head.joined("If-None-Match"),
                               std::string(head.field("Content-Type")),
                               std::move(body)};
    const bool gzip = accepts_gzip(head.joined("Accept-Encoding"));
    const Counted counted(server_.handling_);
    const auto work = asio::make_work_guard(server_.io_); // or run() would end while all connections wait for the pool
    Reply reply = co_await asio::co_spawn(
        server_.pool_,
        [](const api::Handler& handler, const api::Request& asked, bool packed) -> awaitable<Reply> {
            co_return answer(handler, asked, packed);
        }(server_.handler_, request, gzip),
        use_awaitable);
    co_return reply;
}

awaitable<error_code> Connection::read_some() {
    const std::size_t room = buffer_.max_size() - buffer_.size();
    if (room == 0) co_return ParseError::buffer_overflow;
    error_code ec;
    const std::size_t bytes = co_await stream_.async_read_some(buffer_.prepare(std::min(room, kReadBytes)),
                                                               redirect_error(use_awaitable, ec));
    buffer_.commit(bytes);
    co_return ec;
}

// Reads on until the head, or the whole request, is there. The deadline runs on from read to read, so a client that
// sends a byte now and then does not move it.
awaitable<error_code> Connection::read(Parser& parser, bool whole) {
    parser.eager(whole);
    while (whole ? !parser.is_done() : !parser.is_header_done()) {
        error_code ec = ParseError::need_more;
        if (buffer_.size() > 0) buffer_.consume(parser.put(buffer_.data(), ec));
        if (ec == ParseError::need_more) ec = co_await read_some();
        if (ec) co_return ec;
    }
    co_return error_code();
}

awaitable<void> Connection::refuse(Refusal refusal, const RequestHead& head) {
    const Reply reply =
        make_reply(refusal_response(refusal.status, refusal.text), Terms{head.method == "HEAD", false, {}});
    co_await send(reply, "close", head);
}

awaitable<bool> Connection::send(const Reply& reply, std::string_view connection, const RequestHead& head) {
    std::string text = reply.head;
    if (!connection.empty()) text.append("Connection: ").append(connection).append("\r\n");
    text += "\r\n";
    const bool sent = co_await write(text, reply.body);
    if (server_.options_.log) {
        const auto time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started_);
        server_.options_.log(log_line({head.method, head.target, reply.status, reply.body.size(), time, reply.note}));
    }
    co_return sent;
}

awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
    error_code ec;
    do {
        const std::string_view slice = body.substr(0, kWriteBytes);
        body.remove_prefix(slice.size());
        const std::array<asio::const_buffer, 2> buffers = {asio::buffer(head), asio::buffer(slice)};
        stream_.expires_after(server_.options_.write_deadline);
        co_await asio::async_write(stream_, buffers, redirect_error(use_awaitable, ec));
        head = {};
    } while (!ec && !body.empty());
    co_return !ec;
}

// Closing with unread bytes from the client makes the kernel reset the connection, and the answer may be lost on the
// way: so the end is announced first, and what still comes is read and dropped.
awaitable<void> Connection::linger() {
    error_code ec;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ec);
    stream_.expires_after(kLinger);
    for (std::size_t dropped = 0; !ec && dropped < kLingerBytes;) {
        buffer_.clear();
        const std::size_t bytes =
            co_await stream_.async_read_some(buffer_.prepare(kReadBytes), redirect_error(use_awaitable, ec));
        dropped += bytes;
    }
}

Result<void> BeastServer::open() {
    const auto failed = [this](const error_code& ec) {
        return fail(
            ErrorCode::Unreadable,
            fmt::format("Cannot serve on {} port {}: {}. Is another program using this port? --port chooses another.",
                        options_.host, options_.port, ec.message()));
    };
    error_code ec;
    const auto found = tcp::resolver(io_).resolve(options_.host, std::to_string(options_.port),
                                                  tcp::resolver::passive | tcp::resolver::numeric_service, ec);
    if (ec || found.empty()) return failed(ec);
    const tcp::endpoint endpoint = found.begin()->endpoint();
    acceptor_.open(endpoint.protocol(), ec);
    if (!ec) acceptor_.set_option(tcp::acceptor::reuse_address(true), ec);
    if (!ec) acceptor_.bind(endpoint, ec);
    if (!ec) acceptor_.listen(asio::socket_base::max_listen_connections, ec);
    if (ec) return failed(ec);
    port_ = acceptor_.local_endpoint().port();
    return {};
}

void BeastServer::run() {
    const auto ended = [](const std::exception_ptr&) {}; // out of memory: this connection is over, the others go on
    asio::co_spawn(io_, accept(), ended);
    io_.run();
    pool_.join();
}

awaitable<void> BeastServer::accept() {
    const auto ended = [](const std::exception_ptr&) {};
    while (!stopping_) {
        error_code ec;
        tcp::socket socket = co_await acceptor_.async_accept(redirect_error(use_awaitable, ec));
        if (stopping_) co_return;
        if (ec) {
            asio::steady_timer pause(io_, kAcceptPause);
            co_await pause.async_wait(redirect_error(use_awaitable, ec));
            continue;
        }
        const std::size_t open = connections_.size();
        if (open >= options_.connections + kTurnedAway) continue;
        socket.set_option(tcp::no_delay(true), ec);
        const bool welcome = open < options_.connections;
        asio::co_spawn(
            io_,
            [](std::unique_ptr<Connection> connection, bool is_welcome) -> awaitable<void> {
                if (is_welcome) {
                    co_await connection->serve();
                } else {
                    co_await connection->turn_away();
                }
            }(std::make_unique<Connection>(*this, std::move(socket)), welcome),
            ended);
    }
}

void BeastServer::begin_stop() {
    if (stopping_) return;
    stopping_ = true;
    error_code ec;
    acceptor_.close(ec);
    if (connections_.empty()) return;
    for (Connection* connection : connections_) connection->close_if_idle();
    stop_timer_.expires_after(options_.stop_deadline);
    stop_timer_.async_wait([this](const error_code& cancelled) {
        if (cancelled) return;
        for (Connection* connection : connections_) connection->close();
    });
}

void BeastServer::forget(Connection* connection) {
    connections_.erase(connection);
    if (stopping_ && connections_.empty()) stop_timer_.cancel();
}

} // namespace

Result<std::unique_ptr<Server>> Server::listen(const api::Handler& handler, ServerOptions options) {
    auto server = std::make_unique<BeastServer>(handler, std::move(options));
    if (auto opened = server->open(); !opened) return tl::unexpected(opened.error());
    return server;
}

} // namespace trialdex::http
