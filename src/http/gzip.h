// Answers in gzip, for clients that ask.
#pragma once

#include <string>
#include <string_view>

namespace trialdex::http {

// Below this a body fits into one packet either way, and compressing only costs time.
inline constexpr std::size_t kSmallestToCompress = 1024;

// True for text, JSON, XML and SVG: what is not compressed already.
bool is_compressible(std::string_view content_type);

// Empty when compressing would not make it smaller.
std::string gzip(std::string_view body);

} // namespace trialdex::http
