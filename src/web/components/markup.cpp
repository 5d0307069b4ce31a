#include "web/components/markup.h"

#include "web/components/entities.h"

#include <md4c.h>
#include <string>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kMaxNesting = 24;           // real texts nest lists 5 deep
constexpr std::size_t kMaxMarkupBytes = 1U << 20; // the longest real text has 32 kB; beyond this, plain text

constexpr unsigned kFlags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_PERMISSIVEAUTOLINKS;

bool is_allowed_address(std::string_view address) {
    const auto starts = [&](std::string_view scheme) {
        if (address.size() < scheme.size()) return false;
        for (std::size_t i = 0; i < scheme.size(); ++i) {
            const char c = address[i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != scheme[i]) return false;
        }
        return true;
    };
    return starts("https://") || starts("http://") || starts("mailto:");
}

// Receives what md4c finds, in order. `written_` remembers for every open block and span whether its element was
// written, so that what is left out (images, unsafe links, too deep nesting) leaves no stray end behind.
class Renderer {
public:
    explicit Renderer(Html& html) : html_(html) {}

    void enter_block(MD_BLOCKTYPE type, const void* detail) {
        if (!begin(type != MD_BLOCK_DOC)) return;
        switch (type) {
        case MD_BLOCK_QUOTE: html_.open("blockquote"); break;
        case MD_BLOCK_UL: html_.open("ul"); break;
        case MD_BLOCK_OL: open_numbered(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start); break;
        case MD_BLOCK_LI: html_.open("li"); break;
        case MD_BLOCK_HR: html_.empty("hr"); break;
        case MD_BLOCK_H: html_.open("p", {{"class", "markup-heading"}}).open("strong"); break;
        case MD_BLOCK_CODE: html_.open("pre").open("code"); break;
        default: html_.open("p"); break;
        }
    }

    void leave_block(MD_BLOCKTYPE type) {
        if (!end()) return;
        switch (type) {
        case MD_BLOCK_QUOTE: html_.close("blockquote"); break;
        case MD_BLOCK_UL: html_.close("ul"); break;
        case MD_BLOCK_OL: html_.close("ol"); break;
        case MD_BLOCK_LI: html_.close("li"); break;
        case MD_BLOCK_HR: break;
        case MD_BLOCK_H: html_.close("strong").close("p"); break;
        case MD_BLOCK_CODE: html_.close("code").close("pre"); break;
        default: html_.close("p"); break;
        }
    }

    void enter_span(MD_SPANTYPE type, const void* detail) {
        if (type == MD_SPAN_A) {
            const std::string address = text_of(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
            if (begin(is_allowed_address(address))) {
                html_.open("a", {{"href", address}, {"rel", "noopener nofollow"}, {"class", "external"}});
            }
            return;
        }
        if (!begin(type == MD_SPAN_EM || type == MD_SPAN_STRONG || type == MD_SPAN_CODE)) return;
        if (type == MD_SPAN_EM) html_.open("em");
        if (type == MD_SPAN_STRONG) html_.open("strong");
        if (type == MD_SPAN_CODE) html_.open("code");
    }

    void leave_span(MD_SPANTYPE type) {
        if (!end()) return;
        if (type == MD_SPAN_A) html_.close("a");
        if (type == MD_SPAN_EM) html_.close("em");
        if (type == MD_SPAN_STRONG) html_.close("strong");
        if (type == MD_SPAN_CODE) html_.close("code");
    }

    void text(MD_TEXTTYPE type, std::string_view text) {
        switch (type) {
        case MD_TEXT_NULLCHAR: html_.text("\ufffd"); break;
        case MD_TEXT_BR: html_.empty("br"); break;
        case MD_TEXT_SOFTBR: html_.text("\n"); break;
        case MD_TEXT_CODE: html_.text(text); break;
        default:
            if (text.find('&') == std::string_view::npos) {
                html_.text(text);
            } else {
                html_.text(
                    decode_entities(text)); // "\&#39;" reaches us as "&#39;": somebody encoded it before the registry
            }
        }
    }

private:
    bool begin(bool allowed) {
        written_.push_back(allowed && written_.size() < kMaxNesting);
        return written_.back();
    }

    bool end() {
        const bool written = written_.back();
        written_.pop_back();
        return written;
    }

    void open_numbered(unsigned start) {
        if (start == 1) {
            html_.open("ol");
        } else {
            html_.open("ol", {{"start", std::to_string(start)}});
        }
    }

    static std::string text_of(const MD_ATTRIBUTE& attribute) {
        return decode_entities(std::string_view(attribute.text, attribute.size));
    }

    Html& html_;
    std::vector<bool> written_;
};

Renderer& renderer(void* data) { return *static_cast<Renderer*>(data); }

constexpr MD_PARSER kParser = {
    0,
    kFlags,
    [](MD_BLOCKTYPE type, void* detail, void* data) { return renderer(data).enter_block(type, detail), 0; },
    [](MD_BLOCKTYPE type, void*, void* data) { return renderer(data).leave_block(type), 0; },
    [](MD_SPANTYPE type, void* detail, void* data) { return renderer(data).enter_span(type, detail), 0; },
    [](MD_SPANTYPE type, void*, void* data) { return renderer(data).leave_span(type), 0; },
    [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
        return renderer(data).text(type, std::string_view(text, size)), 0;
    },
    nullptr,
    nullptr,
};

} // namespace

void markup(Html& html, std::string_view text) {
    if (text.size() <= kMaxMarkupBytes) {
        Html rendered;
        Renderer renderer(rendered);
        const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &kParser, &renderer);
        if (failed == 0) {
            html.append(rendered);
            return;
        }
    }
    html.element("p", text, {{"class", "as-written"}});
}

} // namespace trialdex::web
