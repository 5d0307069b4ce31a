#include "api/spread_json.h"

namespace trialdex::api {

namespace {

class Spreader {
public:
    explicit Spreader(std::string_view json) : json_(json) {}

    std::string take() {
        for (; at_ < json_.size(); ++at_) step(json_[at_]);
        return std::move(out_);
    }

private:
    void step(char c) {
        switch (c) {
        case '"': copy_string(); break;
        case '{': open_object(); break;
        case '}': close_object(); break;
        case '[':
            out_ += "[ ";
            lists_ += ']';
            break;
        case ']':
            out_ += out_.ends_with("[ ") ? "]" : " ]";
            lists_.pop_back();
            break;
        case ':': out_ += " : "; break;
        case ',':
            out_ += ',';
            if (lists_.back() == '}') {
                break_line();
            } else {
                out_ += ' ';
            }
            break;
        default: out_ += c;
        }
    }

    void copy_string() {
        const std::size_t start = at_;
        for (++at_; json_[at_] != '"'; ++at_) {
            if (json_[at_] == '\\') ++at_;
        }
        out_ += json_.substr(start, at_ - start + 1);
    }

    void open_object() {
        lists_ += '}';
        out_ += '{';
        if (json_[at_ + 1] == '}') {
            out_ += ' ';
            return;
        }
        ++depth_;
        break_line();
    }

    void close_object() {
        lists_.pop_back();
        if (!out_.ends_with("{ ")) {
            --depth_;
            break_line();
        }
        out_ += '}';
    }

    void break_line() { out_.append("\n").append(2 * depth_, ' '); }

    std::string_view json_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0; // of objects: lists do not indent
    std::string lists_;     // what is open: the bracket that closes each
    std::string out_;
};

} // namespace

std::string spread_json(std::string_view compact) { return Spreader(compact).take(); }

} // namespace trialdex::api
