// `fields=` without a tree. Texts of the store entered as valid JSON and carry a checksum, so structure is followed and
// not checked; every step is bounded all the same, and what does not fit ends the walk.
#include "base/json_writer.h"
#include "study/projection.h"

#include <algorithm>

namespace trialdex::study {

namespace {

class TextProjector {
public:
    TextProjector(std::string_view text, const NodeSet& chosen) : text_(text), chosen_(chosen) {}

    std::optional<std::string> run() {
        if (!write_members(nullptr) || at_ != text_.size()) return std::nullopt;
        return out_.take();
    }

private:
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool take(char expected) {
        if (next() != expected) return false;
        ++at_;
        return true;
    }

    bool write_members(const schema::Node* parent) {
        if (!take('{')) return false;
        out_.begin_object();
        if (next() != '}') {
            do {
                if (!write_member(parent)) return false;
            } while (take(','));
        }
        out_.end_object();
        return take('}');
    }

    bool write_member(const schema::Node* parent) {
        const std::size_t begin = at_ + 1;
        if (next() != '"' || !skip_string()) return false;
        const std::string_view name = text_.substr(begin, at_ - begin - 1);
        if (name.find('\\') != std::string_view::npos || !take(':')) return false;
        const schema::Node* node = parent == nullptr ? schema::find_root(name) : schema::find_child(*parent, name);
        if (node != nullptr && chosen_.is_part(*node) && (next() == '{' || next() == '[')) {
            out_.key(name);
            return write_structure(*node);
        }
        const std::size_t value = at_;
        if (!skip_value()) return false;
        if (node != nullptr && chosen_.is_whole(*node)) out_.key(name).raw(text_.substr(value, at_ - value));
        return true;
    }

    // An object, or a list of them; in a list, anything else keeps its place as an empty object.
    bool write_structure(const schema::Node& node) {
        if (next() == '{') return write_members(&node);
        if (!take('[')) return false;
        out_.begin_array();
        if (next() != ']') {
            do {
                if (!write_element(node)) return false;
            } while (take(','));
        }
        out_.end_array();
        return take(']');
    }

    bool write_element(const schema::Node& node) {
        if (next() == '{') return write_members(&node);
        out_.begin_object().end_object();
        return skip_value();
    }

    bool skip_value() {
        switch (next()) {
        case '"': return skip_string();
        case '{':
        case '[': return skip_brackets();
        default: break;
        }
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of(",]}", at_), text_.size());
        return at_ > begin;
    }

    // Behind the quote that ends the text: one with an even number of backslashes before it.
    bool skip_string() {
        for (std::size_t quote = at_;;) {
            quote = text_.find('"', quote + 1);
            if (quote == std::string_view::npos) return false;
            std::size_t backslashes = 0;
            while (text_[quote - 1 - backslashes] == '\\') ++backslashes;
            if (backslashes % 2 != 0) continue;
            at_ = quote + 1;
            return true;
        }
    }

    bool skip_brackets() {
        std::size_t depth = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"') {
                if (!skip_string()) return false;
                continue;
            }
            ++at_;
            if (c == '{' || c == '[') ++depth;
            if ((c == '}' || c == ']') && --depth == 0) return true;
        }
        return false;
    }

    std::string_view text_;
    const NodeSet& chosen_;
    std::size_t at_ = 0;
    JsonWriter out_;
};

} // namespace

std::optional<std::string> project_text(std::string_view json, const NodeSet& chosen) {
    return TextProjector(json, chosen).run();
}

} // namespace trialdex::study
