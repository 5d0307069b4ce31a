// A server on a free port with a handler of the test's own, in a thread of its own; stopped at the end.
#pragma once

#include "http/server.h"

#include <functional>
#include <gtest/gtest.h>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace trialdex::http {

class RunningServer : private api::Handler {
public:
    using Answer = std::function<api::Response(const api::Request&)>;

    explicit RunningServer(ServerOptions options = {}, Answer answer = echo) : answer_(std::move(answer)) {
        options.port = 0;
        options.log = [this](const std::string& line) {
            const std::scoped_lock lock(mutex_);
            log_.push_back(line);
        };
        auto listening = Server::listen(*this, std::move(options));
        if (!listening) throw std::runtime_error(listening.error().message);
        server_ = std::move(*listening);
        thread_ = std::thread([this] { server_->run(); });
    }
    ~RunningServer() override { stop(); }

    std::uint16_t port() const { return server_->port(); }
    void begin_stop() { server_->stop(); }
    void stop() {
        server_->stop();
        if (thread_.joinable()) thread_.join();
    }
    // The lines logged so far; all of them after stop().
    std::vector<std::string> log() const {
        const std::scoped_lock lock(mutex_);
        return log_;
    }

    // Answers with the decoded path and parameters, so that tests see what a handler would.
    static api::Response echo(const api::Request& request) {
        api::Response response;
        response.body = request.method + " " + request.path;
        for (const auto& [name, value] : request.query)
            response.body.append(" ").append(name).append("=").append(value);
        if (!request.body.empty()) response.body.append(" [").append(request.body).append("]");
        return response;
    }

    // A POST may come to this path alone, with so many bytes.
    static constexpr std::string_view kPostPath = "/post";
    static constexpr std::size_t kPostLimit = 1000;

private:
    api::Response handle(const api::Request& request) const override { return answer_(request); }
    std::size_t post_limit(std::string_view path) const override { return path == kPostPath ? kPostLimit : 0; }

    Answer answer_;
    mutable std::mutex mutex_;
    std::vector<std::string> log_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

} // namespace trialdex::http
