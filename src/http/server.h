// The HTTP/1.1 server: sockets, limits, compression. The only part that sees Boost (by beast.h).
#pragma once

#include "api/exchange.h"
#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace trialdex::http {

struct ServerOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;      // 0: any free port, see Server::port()
    std::size_t workers = 3;        // threads that run handlers; two cores and one that waits, see decision 0004
    std::size_t queue = 256;        // requests waiting for a worker; beyond it 503 with Retry-After
    std::size_t connections = 1024; // open at once; beyond it an early 503
    // Request line and header fields. A search for 5,000 ids is an address of 60 kB.
    std::size_t header_bytes = 64 * 1024;
    std::size_t header_fields = 100;
    std::size_t body_bytes = 4 * 1024 * 1024; // read at most; kept only where the handler takes a POST, up to its limit
    std::size_t bodies = 16;                  // kept at once, 64 MiB together; beyond it 503
    std::size_t requests_per_connection = 100'000;
    std::chrono::milliseconds read_deadline{10'000}; // for one whole request
    std::chrono::milliseconds idle_deadline{30'000}; // between requests
    std::chrono::milliseconds write_deadline{30'000};
    std::chrono::milliseconds stop_deadline{5'000}; // for requests under way at a stop
    // One line a request: method, path without its query, status, bytes, microseconds. Called from several threads.
    std::function<void(const std::string& line)> log;
};

class Server {
public:
    // Binds and listens; Unreadable when the address cannot be had ("is another program using port 8080?").
    // `handler` must outlive the server.
    static Result<std::unique_ptr<Server>> listen(const api::Handler& handler, ServerOptions options);
    virtual ~Server() = default;

    virtual std::uint16_t port() const = 0;
    virtual void run() = 0;  // serves until stop(); answers what is under way, then returns
    virtual void stop() = 0; // from any thread; safe to call twice
};

} // namespace trialdex::http
