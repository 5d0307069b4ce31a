#include "study/legacy_markup.h"

#include "base/json_writer.h"
#include "schema/schema.h"

namespace trialdex::study {

namespace {

// What CommonMark lets a backslash escape.
bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

class LegacyWriter {
public:
    void write(Value value, const schema::Node* node, bool is_root) {
        const bool is_markup = node != nullptr && node->value == schema::ValueKind::Markup;
        if (is_markup && value.is_string()) {
            out_.string(legacy_text(value.text()));
        } else if (value.is_array()) {
            out_.begin_array();
            for (const Value element : value) write(element, node, false);
            out_.end_array();
        } else if (value.is_object() && (is_root || node != nullptr)) {
            out_.begin_object();
            for (const Value member : value) {
                out_.key(member.key());
                write(member, is_root ? schema::find_root(member.key()) : schema::find_child(*node, member.key()),
                      false);
            }
            out_.end_object();
        } else {
            out_.raw(value.raw());
        }
    }

    std::string take() { return out_.take(); }

private:
    JsonWriter out_;
};

} // namespace

std::string legacy_text(std::string_view markup) {
    std::string text;
    text.reserve(markup.size());
    for (std::size_t i = 0; i < markup.size(); ++i) {
        const char c = markup[i];
        if (c == '\\' && i + 1 < markup.size() && is_punctuation(markup[i + 1])) {
            text += markup[++i];
        } else if (c == '\n' && (i == 0 || markup[i - 1] != '\r')) {
            text += "\r\n";
        } else {
            text += c;
        }
    }
    return text;
}

std::string with_legacy_markup(Value root) {
    LegacyWriter writer;
    writer.write(root, nullptr, true);
    return writer.take();
}

} // namespace trialdex::study
