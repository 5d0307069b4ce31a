#include "oracle/sketch.h"

#include <string_view>
#include <utility>

namespace trialdex::oracle {

namespace {

using Kind = Sketch::Kind;

bool has_several_parts(const Sketch& sketch) { return sketch.kind == Kind::And || sketch.kind == Kind::Or; }

bool is_words(const Sketch& part) { return part.kind == Kind::Source && !part.text.starts_with('"'); }

std::string print_part(const Sketch& part) { return has_several_parts(part) ? "(" + print(part) + ")" : print(part); }

// A term or a phrase without one of its words.
std::vector<Sketch> with_a_word_less(const std::string& text) {
    std::vector<Sketch> smaller;
    const bool quoted = text.size() > 1 && text.front() == '"';
    const std::string_view inside = quoted ? std::string_view(text).substr(1, text.size() - 2) : text;
    if (text.find('[') != std::string::npos) return smaller;
    for (std::size_t begin = 0; begin < inside.size();) {
        const std::size_t end = std::min(inside.find(' ', begin), inside.size());
        std::string rest(inside.substr(0, begin));
        if (end < inside.size()) {
            rest += inside.substr(end + 1);
        } else if (!rest.empty()) {
            rest.pop_back();
        }
        if (!rest.empty() && rest.size() < inside.size()) smaller.push_back(source(quoted ? '"' + rest + '"' : rest));
        begin = end + 1;
    }
    return smaller;
}

std::vector<Sketch> smaller_ones(const Sketch& sketch) {
    if (sketch.kind == Kind::Source) return with_a_word_less(sketch.text);
    std::vector<Sketch> smaller(sketch.parts.begin(), sketch.parts.end()); // one part instead of the whole
    for (std::size_t i = 0; i < sketch.parts.size(); ++i) {
        if (sketch.parts.size() > 2) {
            smaller.push_back(sketch);
            smaller.back().parts.erase(smaller.back().parts.begin() + static_cast<std::ptrdiff_t>(i));
        }
        for (Sketch& part : smaller_ones(sketch.parts[i])) {
            smaller.push_back(sketch);
            smaller.back().parts[i] = std::move(part);
        }
    }
    return smaller;
}

} // namespace

Sketch source(std::string text) { return {Kind::Source, std::move(text), {}}; }
Sketch prefixed(std::string prefix, Sketch part) { return {Kind::Prefix, std::move(prefix), {std::move(part)}}; }

std::string print(const Sketch& sketch) {
    if (sketch.kind == Kind::Source) return sketch.text;
    if (sketch.kind == Kind::Prefix) return sketch.text + print_part(sketch.parts.front());
    std::string text;
    for (const Sketch& part : sketch.parts) {
        if (!text.empty()) text += sketch.text;
        // Side by side, words would join the term before them.
        const bool would_join = !text.empty() && sketch.text == " " && is_words(part);
        text += would_join ? "(" + part.text + ")" : print_part(part);
    }
    return text;
}

Sketch shrunk(Sketch sketch, const std::function<bool(const std::string&)>& fails) {
    for (bool smaller = true; smaller;) {
        smaller = false;
        for (Sketch& candidate : smaller_ones(sketch)) {
            if (!fails(print(candidate))) continue;
            sketch = std::move(candidate);
            smaller = true;
            break;
        }
    }
    return sketch;
}

} // namespace trialdex::oracle
