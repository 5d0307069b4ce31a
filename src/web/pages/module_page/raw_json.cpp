#include "web/pages/module_page/raw_json.h"

#include "web/components/contents.h"
#include "web/components/value.h"

namespace trialdex::web::nodes {

namespace {

// The end of the string that starts at `at`, behind its closing quote.
std::size_t string_end(std::string_view json, std::size_t at) {
    for (std::size_t i = at + 1; i < json.size(); ++i) {
        if (json[i] == '\\') {
            ++i;
        } else if (json[i] == '"') {
            return i + 1;
        }
    }
    return json.size();
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

} // namespace

std::string pretty_json(std::string_view json) {
    std::string out;
    out.reserve(json.size() * 3 / 2);
    std::size_t depth = 0;
    const auto new_line = [&] { out.append(1, '\n').append(depth * 2, ' '); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (is_space(c)) continue;
        if (c == '"') {
            const std::size_t end = string_end(json, i);
            out += json.substr(i, end - i);
            i = end - 1;
        } else if (c == '{' || c == '[') {
            out += c;
            ++depth;
            std::size_t next = i + 1;
            while (next < json.size() && is_space(json[next])) ++next;
            const bool is_empty = next < json.size() && (json[next] == '}' || json[next] == ']');
            if (!is_empty) new_line();
        } else if (c == '}' || c == ']') {
            if (depth > 0) --depth;
            if (!out.empty() && out.back() != '{' && out.back() != '[') new_line();
            out += c;
        } else if (c == ',') {
            out += c;
            new_line();
        } else {
            out += c;
            if (c == ':') out += ' ';
        }
    }
    return out;
}

void raw_json(Html& html, const ModuleView& view) {
    const std::string_view json = view.step().value.raw();
    section_heading(html, "json", "As data");
    const std::string size = grouped(static_cast<std::uint64_t>(json.size())) + " bytes";
    if (json.size() <= kMaxRawJsonBytes) {
        html.open("details", {{"class", "raw-json"}}).open("summary").text("The JSON of this node, " + size);
        html.close("summary")
            .open("pre", {{"tabindex", "0"}})
            .element("code", pretty_json(json))
            .close("pre")
            .close("details");
    } else {
        html.element("p", "The JSON of this node has " + size + ", too much to show here. The API gives it whole.");
    }
    const std::string whole = view.request.address.raw_json();
    html.open("p").text("From the API");
    if (view.request.address.version()) html.text(", which knows the current version only");
    html.text(": ");
    if (view.step().node) {
        const std::string fields = whole + "?fields=" + std::string(view.step().node->piece);
        html.link(fields, view.step().index ? "all elements of this kind" : "this part of the record")
            .text(" (fields=")
            .element("code", view.step().node->piece)
            .text(") or ");
    }
    html.link(whole, "the whole record").text(".").close("p");
}

} // namespace trialdex::web::nodes
