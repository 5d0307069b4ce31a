#include "cli/outline.h"

#include "study/partial_date.h"

#include <fmt/format.h>

namespace trialdex::cli {

namespace {

using schema::ValueKind;
using study::Value;

std::string scalar_words(const schema::Node* node, Value value) {
    if (value.boolean()) return *value.boolean() ? "yes" : "no";
    std::string text(value.is_string() ? value.text() : value.raw());
    if (node == nullptr) return text;
    if (node->enum_type != nullptr) {
        const schema::EnumValue* code = node->enum_type->find(text);
        return code == nullptr ? text : fmt::format("{} ({})", code->label, text);
    }
    if (node->value == ValueKind::Date || node->value == ValueKind::PartialDate) {
        const auto date = study::PartialDate::parse(text);
        return date ? date->words() : text;
    }
    return text;
}

class Outline {
public:
    void children(const schema::Node* node, bool top, Value object, std::size_t depth) {
        for (const Value member : object) {
            const schema::Node* child = top               ? schema::find_root(member.key())
                                        : node == nullptr ? nullptr
                                                          : schema::find_child(*node, member.key());
            entry(child, std::string(child == nullptr ? member.key() : child->label), member, depth);
        }
    }

    void entry(const schema::Node* node, const std::string& label, Value value, std::size_t depth) {
        const std::string indent(depth * 2, ' ');
        if (value.is_object()) {
            out += fmt::format("{}{}\n", indent, label);
            children(node, false, value, depth + 1);
        } else if (value.is_array()) {
            std::size_t number = 0;
            for (const Value element : value) entry(node, fmt::format("{} {}", label, number++), element, depth);
        } else {
            out += fmt::format("{}{}: {}\n", indent, label, printable(scalar_words(node, value), depth));
        }
    }

    std::string out;

private:
    // Texts of several lines stay under their label; control characters of a record must not steer the terminal.
    static std::string printable(const std::string& text, std::size_t depth) {
        std::string result;
        for (const char c : text) {
            if (c == '\n') {
                result += "\n" + std::string(depth * 2 + 4, ' ');
            } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
                result += c;
            }
        }
        return result;
    }
};

} // namespace

std::string outline(const schema::Node* node, Value value) {
    Outline outline;
    if (value.is_object()) {
        outline.children(node, node == nullptr, value, 0);
    } else {
        outline.entry(node, node == nullptr ? std::string() : std::string(node->label), value, 0);
    }
    return outline.out;
}

} // namespace trialdex::cli
