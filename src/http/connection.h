// One client of the server, and what all clients share.
#pragma once

#include "api/exchange.h"
#include "http/reply.h"
#include "http/request_parser.h"
#include "http/server.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace trialdex::http {

class Connection;

// The server as its connections see it. Only the I/O thread touches it; handlers on the pool see none of it.
struct Traffic {
    Traffic(const api::Handler& answering, ServerOptions chosen)
        : options(std::move(chosen)), handler(answering), pool(options.workers) {}

    ServerOptions options;
    const api::Handler& handler;
    std::set<Connection*> connections;
    std::size_t handling = 0; // requests that run on the pool or wait for it
    std::size_t bodies = 0;   // requests whose body is kept
    bool stopping = false;
    std::function<void()> on_last; // called at a stop when the last connection has ended
    asio::thread_pool pool;
    asio::io_context io{1};
};

// One client: reads requests, has them answered, writes the answers, in order.
class Connection {
public:
    Connection(Traffic& traffic, tcp::socket socket);
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

    Traffic& traffic_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    std::chrono::steady_clock::time_point started_ =
        std::chrono::steady_clock::now(); // when the request under way had been read
    bool is_idle_ = false;
};

} // namespace trialdex::http
