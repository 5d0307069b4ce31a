#include "oracle/codes.h"

#include <cctype>

namespace trialdex::oracle {

namespace {

std::string_view classic_wording(const schema::Node& node, const schema::EnumValue& value) {
    for (const auto& [piece, wording] : value.exceptions) {
        if (piece == node.piece) return wording;
    }
    return value.legacy;
}

bool goes_by(const schema::Node& node, const schema::EnumValue& value, std::string_view wording) {
    return code_form(value.value) == wording || code_form(classic_wording(node, value)) == wording ||
           code_form(value.label) == wording;
}

} // namespace

bool holds_codes(const schema::Node& node) {
    return node.value == schema::ValueKind::Enum || node.value == schema::ValueKind::Boolean;
}

std::string code_form(std::string_view text) {
    std::string form;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '_' || c == '-' || c == '/' || std::isspace(byte) != 0) {
            if (!form.empty() && form.back() != ' ') form += ' ';
        } else {
            form += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        }
    }
    if (!form.empty() && form.back() == ' ') form.pop_back();
    return form;
}

std::vector<std::string> codes_called(const schema::Node& node, std::string_view wording) {
    std::vector<std::string> codes;
    if (node.value == schema::ValueKind::Boolean) {
        if (wording == "true" || wording == "false") codes.emplace_back(wording);
        return codes;
    }
    for (const schema::EnumValue& value : node.enum_type->values) {
        if (goes_by(node, value, wording)) codes.emplace_back(value.value);
    }
    return codes;
}

} // namespace trialdex::oracle
