#include "http/raw_client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace trialdex::http {

namespace {

constexpr std::chrono::seconds kPatience{20}; // sanitizers are slow; a hanging test should still end

} // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

RawClient::~RawClient() {
    if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::receive(std::chrono::milliseconds limit) {
    pollfd ready{socket_, POLLIN, 0};
    if (socket_ < 0 || ::poll(&ready, 1, static_cast<int>(limit.count())) <= 0) return false;
    std::array<char, 65536> chunk{};
    const ssize_t bytes = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (bytes <= 0) return false;
    received_.append(chunk.data(), static_cast<std::size_t>(bytes));
    return true;
}

RawAnswer RawClient::read_answer(bool has_body) {
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (!receive(kPatience)) return {};
    }
    const std::string head = received_.substr(0, end + 2);
    received_.erase(0, end + 4);
    RawAnswer answer;
    answer.status = head.starts_with("HTTP/1.1 ") ? std::stoi(head.substr(9, 3)) : -1;
    for (std::size_t line = head.find("\r\n") + 2; line < head.size();) {
        const std::size_t colon = head.find(": ", line);
        const std::size_t stop = head.find("\r\n", line);
        std::string name = head.substr(line, colon - line);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.field[name] = head.substr(colon + 2, stop - colon - 2);
        line = stop + 2;
    }
    if (!has_body || !answer.field.contains("content-length")) return answer;
    const std::size_t length = std::stoul(answer.field["content-length"]);
    while (received_.size() < length) {
        if (!receive(kPatience)) break;
    }
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
    return answer;
}

bool RawClient::is_closed_within(std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        pollfd ready{socket_, POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return false;
        if (!receive(left)) return true;
    }
}

RawAnswer RawClient::ask(std::string_view bytes) {
    send(bytes);
    return read_answer();
}

std::string get(std::string_view path, std::string_view fields) {
    return std::string("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n").append(fields).append("\r\n");
}

} // namespace trialdex::http
