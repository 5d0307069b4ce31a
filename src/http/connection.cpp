#include "http/connection.h"

#include "http/access_log.h"
#include "http/negotiation.h"
#include "http/target.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trialdex::http {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 16 * 1024;
constexpr std::size_t kWriteBytes = 256 * 1024; // what a client must take within one write deadline
constexpr std::chrono::seconds kLinger{1};      // for the client to read an answer before its connection is cut
constexpr std::size_t kLingerBytes = 1024 * 1024;

// Counts one up for as long as it lives.
struct Counted {
    explicit Counted(std::size_t& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    std::size_t& count_;
};

} // namespace

Connection::Connection(Traffic& traffic, tcp::socket socket)
    : traffic_(traffic), stream_(std::move(socket)), buffer_(traffic.options.header_bytes + kReadBytes) {
    traffic_.connections.insert(this);
}

Connection::~Connection() {
    traffic_.connections.erase(this);
    if (traffic_.stopping && traffic_.connections.empty()) traffic_.on_last();
}

awaitable<void> Connection::serve() {
    for (std::size_t left = traffic_.options.requests_per_connection; left > 0; --left) {
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
    if (traffic_.stopping) co_return false;
    is_idle_ = true;
    stream_.expires_after(traffic_.options.idle_deadline);
    const error_code ec = co_await read_some();
    is_idle_ = false;
    co_return !ec;
}

// One request and its answer; false when the connection ends with it.
awaitable<bool> Connection::exchange(bool is_last) {
    stream_.expires_after(traffic_.options.read_deadline);
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(traffic_.options.header_bytes));
    parser.body_limit(traffic_.options.body_bytes);
    error_code ec = co_await read(parser, false);
    const RequestHead head = head_of(parser); // of a request that broke off, as far as it came
    const std::size_t limit = ec || head.method != "POST" ? 0 : post_limit(head);
    std::optional<Counted> kept; // this request's body
    if (!ec) {
        auto refusal = http::refusal_of(head, traffic_.options.header_fields);
        if (!refusal && limit > 0) refusal = body_refusal(parser, limit);
        if (refusal) {
            co_await refuse(*refusal, head);
            co_return false;
        }
        if (limit > 0) kept.emplace(traffic_.bodies);
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
        const bool is_long_target = line > traffic_.options.header_bytes / 2;
        co_await refuse(refusal_of(ec, has_line, is_long_target), head);
        co_return false;
    }
    started_ = Clock::now();
    const Reply reply = co_await reply_to(head, limit > 0, std::move(parser.get().body().text));
    const bool keep = parser.keep_alive() && !is_last && !traffic_.stopping;
    const bool sent = co_await send(reply, !keep ? "close" : head.version < 11 ? "keep-alive" : "", head);
    co_return sent&& keep;
}

// How many bytes a POST to the target may bring; 0: none.
std::size_t Connection::post_limit(const RequestHead& head) const {
    const auto target = parse_target(head.target);
    return target ? std::min(traffic_.handler.post_limit(target->path), traffic_.options.body_bytes) : 0;
}

std::optional<Refusal> Connection::body_refusal(const Parser& parser, std::size_t limit) const {
    const auto length = parser.content_length();
    if (length && *length > limit) return Refusal{413, "The body of the request is too long."};
    if (traffic_.bodies < traffic_.options.bodies) return std::nullopt;
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
    if (traffic_.handling >= traffic_.options.workers + traffic_.options.queue) {
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
    const Counted counted(traffic_.handling);
    const auto work = asio::make_work_guard(traffic_.io); // or run() would end while all connections wait for the pool
    Reply reply = co_await asio::co_spawn(
        traffic_.pool,
        [](const api::Handler& handler, const api::Request& asked, bool packed) -> awaitable<Reply> {
            co_return answer(handler, asked, packed);
        }(traffic_.handler, request, gzip),
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
    if (traffic_.options.log) {
        const auto time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started_);
        traffic_.options.log(log_line({head.method, head.target, reply.status, reply.body.size(), time, reply.note}));
    }
    co_return sent;
}

awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
    error_code ec;
    do {
        const std::string_view slice = body.substr(0, kWriteBytes);
        body.remove_prefix(slice.size());
        const std::array<asio::const_buffer, 2> buffers = {asio::buffer(head), asio::buffer(slice)};
        stream_.expires_after(traffic_.options.write_deadline);
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

} // namespace trialdex::http
