#include "web/components/markup.h"

#include "web/components/entities.h"
#include "web/components/text_width.h"
#include "web/components/web_links.h"

#include <md4c.h>
#include <string>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kMaxNesting = 24;           // real texts nest lists 5 deep
constexpr std::size_t kMaxMarkupBytes = 1U << 20; // the longest real text has 32 kB; beyond this, plain text

// Bare addresses are linked by us: md4c ends them at a backslash, and the registry writes "clinical\\_trials".
constexpr unsigned kFlags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;

// Receives what md4c finds, in order. `written_` remembers for every open block and span whether its element was
// written, so that what is left out (images, unsafe links, too deep nesting) leaves no stray end behind. Where the text
// has letters from right to left each block, and each list with its numbers or bullets, has a direction of its own.
class Renderer {
public:
    Renderer(Html& html, bool has_right_to_left) : html_(html), is_directed_(has_right_to_left) {}

    void enter_block(MD_BLOCKTYPE type, const void* detail) {
        flush();
        open_item();
        if (!begin(type != MD_BLOCK_DOC)) return;
        switch (type) {
        case MD_BLOCK_QUOTE: open_block("blockquote"); break;
        case MD_BLOCK_UL: open_block("ul"); break;
        case MD_BLOCK_OL: open_numbered(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start); break;
        case MD_BLOCK_LI: has_pending_item_ = true; break;
        case MD_BLOCK_HR: html_.empty("hr"); break;
        case MD_BLOCK_H:
            html_.open("p", {{"class", "markup-heading"}, {"dir", "auto", is_directed_}}).open("strong");
            break;
        case MD_BLOCK_CODE: html_.open("pre").open("code"); break;
        default: open_block("p"); break;
        }
    }

    void leave_block(MD_BLOCKTYPE type) {
        flush();
        if (!end()) return;
        if (type == MD_BLOCK_LI && has_pending_item_) {
            has_pending_item_ = false; // a lone bullet says nothing
            return;
        }
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
        flush();
        open_item();
        if (type == MD_SPAN_A) {
            const std::string address = text_of(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
            if (begin(is_web_address(address))) {
                html_.open("a", {{"href", address}, {"rel", "noopener nofollow"}, {"class", "external"}});
                in_link_ = true;
            }
            return;
        }
        if (!begin(type == MD_SPAN_EM || type == MD_SPAN_STRONG || type == MD_SPAN_CODE)) return;
        if (type == MD_SPAN_EM) html_.open("em");
        if (type == MD_SPAN_STRONG) html_.open("strong");
        if (type == MD_SPAN_CODE) html_.open("code");
    }

    void leave_span(MD_SPANTYPE type) {
        flush();
        if (!end()) return;
        if (type == MD_SPAN_A) {
            html_.close("a");
            in_link_ = false;
        }
        if (type == MD_SPAN_EM) html_.close("em");
        if (type == MD_SPAN_STRONG) html_.close("strong");
        if (type == MD_SPAN_CODE) html_.close("code");
    }

    void text(MD_TEXTTYPE type, std::string_view text) {
        switch (type) {
        case MD_TEXT_NULLCHAR: pending_ += "\ufffd"; break;
        case MD_TEXT_BR:
            flush();
            open_item();
            html_.empty("br");
            break;
        case MD_TEXT_SOFTBR: pending_ += '\n'; break;
        case MD_TEXT_CODE:
            flush();
            open_item();
            html_.text(text);
            break;
        default: pending_ += text; break;
        }
    }

    // Text comes in pieces, cut at every escape; addresses and entities ("\\&#39;" reaches us as "&" and "#39;") show
    // in the whole.
    void flush() {
        if (pending_.empty()) return;
        open_item();
        const bool has_entity = pending_.find('&') != std::string::npos;
        const std::string text = has_entity ? decode_entities(pending_) : std::move(pending_);
        pending_.clear();
        if (in_link_) {
            html_.text(text);
        } else {
            text_with_links(html_, text);
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

    // <li> waits until there is something to stand in it.
    void open_item() {
        if (has_pending_item_) open_block("li");
        has_pending_item_ = false;
    }

    void open_block(Literal name) { html_.open(name, {{"dir", "auto", is_directed_}}); }

    void open_numbered(unsigned start) {
        html_.open("ol", {{"start", std::to_string(start), start != 1}, {"dir", "auto", is_directed_}});
    }

    static std::string text_of(const MD_ATTRIBUTE& attribute) {
        return decode_entities(std::string_view(attribute.text, attribute.size));
    }

    Html& html_;
    std::vector<bool> written_;
    std::string pending_;
    bool is_directed_;
    bool in_link_ = false;
    bool has_pending_item_ = false;
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
        Renderer renderer(rendered, has_right_to_left(text));
        const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &kParser, &renderer);
        if (failed == 0) {
            html.append(rendered);
            return;
        }
    }
    html.element("p", text, {{"class", "as-written"}});
}

} // namespace trialdex::web
