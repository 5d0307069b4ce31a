// Errors are values: what can go wrong with data, files and requests is returned, never thrown.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace trialdex {

enum class ErrorCode {
    InvalidInput, // what came from outside is not what it must be
    NotFound,     // a well-formed question about something that is not here
    TooLarge,     // a named limit was passed
    Unreadable,   // the operating system refused to read or write
    Corrupt,      // our own files do not hold what we wrote
    Cancelled,    // somebody asked us to stop
    Busy,         // another process holds the registry
};

// `message` is one sentence for the person in front of the screen: what happened, where, what to do next.
struct Error {
    ErrorCode code;
    std::string message;
};

template <class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

} // namespace trialdex
