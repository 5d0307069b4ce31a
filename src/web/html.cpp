#include "web/html.h"

namespace trialdex::web {

namespace {

bool is_web_address(std::string_view href) {
    const auto starts = [&](std::string_view scheme) {
        if (href.size() < scheme.size()) return false;
        for (std::size_t i = 0; i < scheme.size(); ++i) {
            const char c = href[i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != scheme[i]) return false;
        }
        return true;
    };
    return starts("https://") || starts("http://") || starts("mailto:");
}

} // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string_view entity;
        switch (text[i]) {
        case '&': entity = "&amp;"; break;
        case '<': entity = "&lt;"; break;
        case '>': entity = "&gt;"; break;
        case '"': entity = "&quot;"; break;
        case '\'': entity = "&#39;"; break;
        default: continue;
        }
        out.append(text, start, i - start);
        out += entity;
        start = i + 1;
    }
    out.append(text, start);
}

Html& Html::open(Literal name, Attributes attributes) {
    out_ += '<';
    out_ += name.view();
    for (const Attribute& attribute : attributes) {
        if (!attribute.is_written) continue;
        out_ += ' ';
        out_ += attribute.name.view();
        out_ += "=\"";
        append_escaped(out_, attribute.value);
        out_ += '"';
    }
    out_ += '>';
    return *this;
}

Html& Html::close(Literal name) {
    out_ += "</";
    out_ += name.view();
    out_ += '>';
    return *this;
}

Html& Html::element(Literal name, std::string_view text, Attributes attributes) {
    open(name, attributes);
    append_escaped(out_, text);
    return close(name);
}

Html& Html::text(std::string_view text) {
    append_escaped(out_, text);
    return *this;
}

Html& Html::markup(Literal literal) {
    out_ += literal.view();
    return *this;
}

Html& Html::append(const Html& other) {
    out_ += other.out_;
    return *this;
}

Html& Html::link(std::string_view href, std::string_view text, Attributes attributes) {
    out_ += "<a href=\"";
    append_escaped(out_, href);
    out_ += '"';
    for (const Attribute& attribute : attributes) {
        if (!attribute.is_written) continue;
        out_ += ' ';
        out_ += attribute.name.view();
        out_ += "=\"";
        append_escaped(out_, attribute.value);
        out_ += '"';
    }
    out_ += '>';
    append_escaped(out_, text);
    return close("a");
}

Html& Html::external_link(std::string_view href, std::string_view text) {
    if (!is_web_address(href)) return this->text(text);
    return link(href, text, {{"rel", "noopener nofollow"}, {"class", "external"}});
}

} // namespace trialdex::web
