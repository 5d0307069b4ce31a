#include "search/language/codes.h"

#include "search/language/errors.h"

namespace trialdex::search {

std::string code_key(std::string_view words) {
    std::string key;
    bool gap = false;
    for (const char c : words) {
        if (is_space(c) || c == '_' || c == '-' || c == '/') {
            gap = !key.empty();
            continue;
        }
        if (gap) key += ' ';
        gap = false;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    return key;
}

const schema::EnumValue* find_code(const schema::Node& node, std::string_view words) {
    const std::string wanted = code_key(words);
    if (wanted.empty()) return nullptr;
    // The values first: no label or classic wording of another may take their place.
    for (const schema::EnumValue& value : node.enum_type->values) {
        if (code_key(value.value) == wanted) return &value;
    }
    for (const schema::EnumValue& value : node.enum_type->values) {
        if (code_key(value.legacy) == wanted || code_key(value.label) == wanted) return &value;
        for (const auto& [piece, legacy] : value.exceptions) {
            if (piece == node.piece && code_key(legacy) == wanted) return &value;
        }
    }
    return nullptr;
}

} // namespace trialdex::search
