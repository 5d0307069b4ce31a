// Boost, as the two files of sockets see it (12 s of compiling each), and the names that they use.
//
// Beast's chunk parser asserts that a last chunk comes in one piece. A client decides that, and the parser copes
// without the assertion, so debug builds must not stop there.
#pragma once

#define BOOST_DISABLE_ASSERTS

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http/parser.hpp>

namespace trialdex::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using beast::error_code;
using ParseError = beast::http::error;

} // namespace trialdex::http
