#include "golden/outline.h"

#include "support/site_client.h"

#include <algorithm>
#include <array>

namespace trialdex::golden {

namespace {

// What begins a line, and with what.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMarks = {
    {{"h1", "# "}, {"h2", "## "}, {"h3", "### "}, {"h4", "#### "}, {"h5", "##### "}, {"h6", "###### "}, {"li", "- "}}};
constexpr std::array<std::string_view, 21> kBlocks = {
    "p",    "div", "section", "dt",      "dd",      "dl", "ul",  "ol",    "tr",    "table",   "caption",
    "form", "nav", "header",  "details", "summary", "br", "svg", "title", "thead", "fieldset"};
constexpr std::size_t kLongLine = 300; // the whole text of a criterion or a summary is the record's, not the page's

class Outline {
public:
    std::string make(std::string_view html) {
        const std::size_t begin = html.find("<main");
        html = html.substr(begin, html.find("</main>") - begin);
        for (std::size_t at = 0; at < html.size();) {
            if (html[at] == '<') {
                const std::size_t end = html.find('>', at);
                tag(html.substr(at + 1, end - at - 1));
                at = end + 1;
            } else {
                const std::size_t end = std::min(html.find('<', at), html.size());
                text(html.substr(at, end - at));
                at = end;
            }
        }
        end_line();
        return std::move(out_);
    }

private:
    void tag(std::string_view tag) {
        // What a label opens to, and the names of fields, are the tables' and not the page's.
        if (tag.starts_with("code class=\"piece\"")) hidden_until_ = "/code";
        if (tag.starts_with("g class=\"marks-on-phones\"")) hidden_until_ = "/g"; // the desk's tell the same
        if (tag.starts_with("details class=\"explain\"")) explains_ = true;
        if (explains_ && tag == "/summary") hidden_until_ = "/details";
        if (!hidden_until_.empty()) {
            if (tag != hidden_until_) return;
            hidden_until_ = {};
            explains_ = false;
        }
        const bool closing = tag.starts_with('/');
        const std::string_view name = tag.substr(closing, tag.find_first_of(" /", closing) - closing);
        if (closing && (name == "td" || name == "th")) {
            line_ += " | ";
            return;
        }
        if (closing && name == "text") line_ += "; "; // of a picture
        for (const auto& [element, mark] : kMarks) {
            if (name != element) continue;
            end_line();
            if (!closing) line_ = mark;
        }
        if (std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end()) end_line();
        if (!closing && name == "title") line_ = "[picture] ";
    }

    void text(std::string_view text) {
        if (!hidden_until_.empty()) return;
        for (const char c : support::unescaped(text)) {
            const bool is_space = c == '\n' || c == ' ' || c == '\t';
            if (!is_space)
                line_ += c;
            else if (!line_.empty() && line_.back() != ' ')
                line_ += ' ';
        }
    }

    void end_line() {
        while (!line_.empty() && (line_.back() == ' ' || line_.back() == '|' || line_.back() == ';')) line_.pop_back();
        const bool is_mark = line_.find_first_not_of("#-") == std::string::npos;
        if (line_.size() > kLongLine) {
            std::size_t end = kLongLine;
            while ((static_cast<unsigned char>(line_[end]) & 0xC0U) == 0x80U) --end;
            line_ = line_.substr(0, end) + " …";
        }
        if (!is_mark) out_ += line_ + "\n";
        if (!is_mark || line_.empty()) line_.clear();
    }

    std::string out_;
    std::string line_;
    std::string_view hidden_until_; // the tag that ends what is left out
    bool explains_ = false;
};

} // namespace

std::string outline(std::string_view html) { return Outline().make(html); }

} // namespace trialdex::golden
