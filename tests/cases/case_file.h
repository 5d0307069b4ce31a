// Text cases: see README.md beside this file for their form.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace trialdex::cases {

struct Expectation {
    std::string what; // "body", "body has", "body lacks", or a header's name in lower case
    std::string text;
};

struct Case {
    int line = 0; // of the request
    std::string title;
    std::string method;
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers;
    int status = 0;
    std::vector<Expectation> expectations;
};

// Throws with file and line when a case has not the form.
std::vector<Case> read_cases(const std::string& file);

} // namespace trialdex::cases
