#include "cases/case_file.h"

#include <fstream>
#include <stdexcept>

namespace trialdex::cases {

namespace {

class CaseReader {
public:
    explicit CaseReader(std::string file) : file_(std::move(file)), in_(file_) {
        if (!in_) throw std::runtime_error("cannot read " + file_);
    }

    std::vector<Case> read() {
        for (std::string line; std::getline(in_, line);) {
            ++number_;
            if (line.empty()) {
                end_case();
            } else {
                take(line);
            }
        }
        end_case();
        return std::move(cases_);
    }

private:
    void take(const std::string& line) {
        if (line.starts_with('#')) {
            current_.title += line.substr(1);
        } else if (current_.method.empty()) {
            const std::size_t space = line.find(' ');
            require(space != std::string::npos, "a request line is METHOD, space, target");
            current_.method = line.substr(0, space);
            current_.target = line.substr(space + 1);
            current_.line = number_;
        } else if (line.starts_with("> ")) {
            current_.headers.push_back(pair(line.substr(2)));
        } else if (current_.status == 0) {
            require(line.size() == 3, "a status of three digits must follow the request");
            current_.status = std::stoi(line);
        } else {
            auto [what, text] = pair(line);
            current_.expectations.push_back({std::move(what), std::move(text)});
        }
    }

    std::pair<std::string, std::string> pair(const std::string& line) const {
        const std::size_t colon = line.find(':');
        require(colon != std::string::npos, "a colon must part a name from its text");
        const std::size_t text = line.find_first_not_of(' ', colon + 1);
        return {line.substr(0, colon), text == std::string::npos ? "" : line.substr(text)};
    }

    void end_case() {
        if (!current_.method.empty()) {
            require(current_.status != 0, "the case has no status");
            cases_.push_back(std::move(current_));
        }
        current_ = Case();
    }

    void require(bool good, const char* reason) const {
        if (!good) throw std::runtime_error(file_ + ":" + std::to_string(number_) + ": " + reason);
    }

    std::string file_;
    std::ifstream in_;
    int number_ = 0;
    Case current_;
    std::vector<Case> cases_;
};

} // namespace

std::vector<Case> read_cases(const std::string& file) { return CaseReader(file).read(); }

} // namespace trialdex::cases
