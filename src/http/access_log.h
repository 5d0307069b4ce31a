// The access log: one line a request, without query string or body, since both may tell what somebody is ill with.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace trialdex::http {

struct LogEntry {
    std::string_view method; // as sent; empty when the request could not be read
    std::string_view target; // as sent
    int status = 0;
    std::size_t bytes = 0; // of the body
    std::chrono::microseconds time{};
    std::string_view note;
};

// "GET /study/NCT00000001 200 18324 412us"; whatever could break a line or a terminal is escaped.
std::string log_line(const LogEntry& entry);

} // namespace trialdex::http
