// The server's listener, on Asio.
//
// One thread (run()) accepts, reads and writes; every connection is a coroutine on it, which answers its requests one
// after the other. Handlers run on a small pool, so a slow one holds up nobody but its own connection. Nothing here is
// locked: other threads only post to the I/O thread.
#include "http/server.h"

#include "http/connection.h"

#include <fmt/format.h>
#include <utility>

namespace trialdex::http {

namespace {

constexpr std::size_t kTurnedAway = 64; // connections beyond the cap that get a 503; further ones are just closed
constexpr std::chrono::milliseconds kAcceptPause{100}; // after a failed accept: out of file descriptors, most likely

class BeastServer final : public Server {
public:
    BeastServer(const api::Handler& handler, ServerOptions options) : traffic_(handler, std::move(options)) {
        traffic_.on_last = [this] { stop_timer_.cancel(); };
    }

    ~BeastServer() override {
        traffic_.on_last = [] {}; // connections that end with the I/O thread's queue find no timer any more
    }
    BeastServer(const BeastServer&) = delete;
    BeastServer& operator=(const BeastServer&) = delete;

    Result<void> open();
    std::uint16_t port() const override { return port_; }
    void run() override;
    void stop() override {
        asio::post(traffic_.io, [this] { begin_stop(); });
    }

private:
    awaitable<void> accept();
    void begin_stop();

    Traffic traffic_;
    std::uint16_t port_ = 0;
    tcp::acceptor acceptor_{traffic_.io};
    asio::steady_timer stop_timer_{traffic_.io};
};

Result<void> BeastServer::open() {
    const auto failed = [this](const error_code& ec) {
        return fail(
            ErrorCode::Unreadable,
            fmt::format("Cannot serve on {} port {}: {}. Is another program using this port? --port chooses another.",
                        traffic_.options.host, traffic_.options.port, ec.message()));
    };
    error_code ec;
    const auto found = tcp::resolver(traffic_.io)
                           .resolve(traffic_.options.host, std::to_string(traffic_.options.port),
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
    asio::co_spawn(traffic_.io, accept(), ended);
    traffic_.io.run();
    traffic_.pool.join();
}

awaitable<void> BeastServer::accept() {
    const auto ended = [](const std::exception_ptr&) {};
    while (!traffic_.stopping) {
        error_code ec;
        tcp::socket socket = co_await acceptor_.async_accept(redirect_error(use_awaitable, ec));
        if (traffic_.stopping) co_return;
        if (ec) {
            asio::steady_timer pause(traffic_.io, kAcceptPause);
            co_await pause.async_wait(redirect_error(use_awaitable, ec));
            continue;
        }
        const std::size_t open = traffic_.connections.size();
        if (open >= traffic_.options.connections + kTurnedAway) continue;
        socket.set_option(tcp::no_delay(true), ec);
        const bool welcome = open < traffic_.options.connections;
        asio::co_spawn(
            traffic_.io,
            [](std::unique_ptr<Connection> connection, bool is_welcome) -> awaitable<void> {
                if (is_welcome) {
                    co_await connection->serve();
                } else {
                    co_await connection->turn_away();
                }
            }(std::make_unique<Connection>(traffic_, std::move(socket)), welcome),
            ended);
    }
}

void BeastServer::begin_stop() {
    if (traffic_.stopping) return;
    traffic_.stopping = true;
    error_code ec;
    acceptor_.close(ec);
    if (traffic_.connections.empty()) return;
    for (Connection* connection : traffic_.connections) connection->close_if_idle();
    stop_timer_.expires_after(traffic_.options.stop_deadline);
    stop_timer_.async_wait([this](const error_code& cancelled) {
        if (cancelled) return;
        for (Connection* connection : traffic_.connections) connection->close();
    });
}

} // namespace

Result<std::unique_ptr<Server>> Server::listen(const api::Handler& handler, ServerOptions options) {
    auto server = std::make_unique<BeastServer>(handler, std::move(options));
    if (auto opened = server->open(); !opened) return tl::unexpected(opened.error());
    return server;
}

} // namespace trialdex::http
