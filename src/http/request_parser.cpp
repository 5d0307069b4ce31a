#include "http/request_parser.h"

namespace trialdex::http {

namespace {

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

} // namespace

RequestHead head_of(const Parser& parser) {
    RequestHead head;
    head.method = view(parser.get().method_string());
    head.target = view(parser.get().target());
    head.version = parser.get().version();
    for (const auto& field : parser.get()) head.fields.emplace_back(view(field.name_string()), view(field.value()));
    return head;
}

Refusal refusal_of(error_code ec, bool has_line, bool is_long_target) {
    if (ec == ParseError::header_limit || ec == ParseError::buffer_overflow) {
        if (has_line && !is_long_target) return {431, "The header of the request is too long."};
        return {414, "The request line is too long."};
    }
    if (ec == beast::error::timeout) return {408, {}}; // for the log: Beast has closed the connection
    if (ec == ParseError::body_limit) return {413, "The body of the request is too long."};
    return {400, "The request is not well-formed HTTP."};
}

} // namespace trialdex::http
