// A client that sends exactly the bytes it is told and reads what comes, over a plain socket.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace trialdex::http {

struct RawAnswer {
    int status = 0;                           // 0: the connection ended, or nothing came in time
    std::map<std::string, std::string> field; // names in lower case
    std::string body;
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool send(std::string_view bytes); // false when the server has closed
    void finish_sending();
    // One answer by its Content-Length; `has_body` is false for the answer to a HEAD.
    RawAnswer read_answer(bool has_body = true);
    // True when the server ends the connection within `limit`, whatever it sends before.
    bool is_closed_within(std::chrono::milliseconds limit);

    // Sends `bytes` and reads one answer.
    RawAnswer ask(std::string_view bytes);

private:
    bool receive(std::chrono::milliseconds limit); // false at the end

    int socket_ = -1;
    std::string received_;
};

// "GET path HTTP/1.1" with a Host and `fields` (each with its line end).
std::string get(std::string_view path, std::string_view fields = {});

} // namespace trialdex::http
