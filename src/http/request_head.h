// The head of a request as the parser read it, free of Boost, and the rules that the parser does not keep: how a body
// is framed, one Host, how many fields. A request that breaks one of them is refused and its connection closed, since
// what follows on the wire can no longer be told apart from a second, smuggled request.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::http {

// Views into the parser: valid as long as it is.
struct RequestHead {
    std::string_view method;
    std::string_view target;
    unsigned version = 11; // 10 or 11
    std::vector<std::pair<std::string_view, std::string_view>> fields;

    std::size_t count(std::string_view name) const;
    std::string_view field(std::string_view name) const; // the first; empty when absent
    std::string joined(std::string_view name) const;     // all of that name as one list
    bool wants_continue() const;                         // "Expect: 100-continue"
};

struct Refusal {
    int status;
    std::string_view text;
};

// nullopt: the request may be read on.
std::optional<Refusal> refusal_of(const RequestHead& head, std::size_t max_fields);

bool equal_ignoring_case(std::string_view a, std::string_view b); // ASCII only

} // namespace trialdex::http
