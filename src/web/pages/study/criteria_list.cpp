#include "web/pages/study/criteria_list.h"

#include "study/criteria/criteria.h"
#include "web/components/entities.h"
#include "web/components/glossary.h"
#include "web/components/text_width.h"
#include "web/components/value.h"

#include <span>
#include <string>
#include <vector>

namespace trialdex::web {

namespace {

using study::CriteriaBlock;
using study::CriteriaKind;
using study::CriteriaSide;
using Blocks = std::span<const CriteriaBlock>;

// What CommonMark lets a backslash escape.
bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// The words without the escapes and entities of the registry's mark-up; other marks are what the sponsor typed.
std::string plain_words(std::string_view words) {
    std::string plain;
    plain.reserve(words.size());
    std::size_t taken = 0;
    for (std::size_t at = words.find('\\'); at < words.size() - 1; at = words.find('\\', at)) {
        if (is_punctuation(words[at + 1])) {
            plain.append(words, taken, at - taken);
            taken = ++at; // what was escaped stays, were it a backslash
        }
        ++at;
    }
    plain.append(words, taken);
    return plain.find('&') == std::string::npos ? plain : decode_entities(plain);
}

// A bullet is ours to draw; a number or letter is the record's, and other texts refer to it.
bool is_counted(std::string_view marker) {
    for (const char c : marker) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return marker != "o";
    }
    return false;
}

// Lists inside lists, opened and closed as depths come.
class SideWriter {
public:
    SideWriter(Html& html, ExplainedText& explained, std::string_view text)
        : html_(html), explained_(explained), text_(text), is_directed_(has_right_to_left(text)) {}

    void write(Blocks blocks) {
        for (const CriteriaBlock& each : blocks) block(each);
        close_lists(0);
    }

private:
    void block(const CriteriaBlock& block) {
        const std::string words = plain_words(block.words(text_));
        if (block.kind == CriteriaKind::Item) return item(block, words);
        // A paragraph within an item stays in it.
        close_lists(block.kind == CriteriaKind::Paragraph ? block.depth : 0);
        const bool is_heading = block.kind == CriteriaKind::SideHeading || block.kind == CriteriaKind::Heading;
        html_.open("p",
                   {{"class", is_heading ? "criteria-heading" : "criteria-paragraph"}, {"dir", "auto", is_directed_}});
        marker(block);
        explained_.write(html_, words);
        html_.close("p");
    }

    void item(const CriteriaBlock& block, const std::string& words) {
        const bool has_number = is_counted(block.marker(text_));
        if (words.empty() && !has_number) return; // a lone bullet says nothing
        close_lists(block.depth + 1U);
        if (open_lists_ > block.depth) {
            html_.close("li");
        } else {
            html_.open("ul", {{"class", "criteria"}, {"role", "list"}});
            ++open_lists_;
        }
        html_.open("li", {{"class", has_number ? "counted" : "bullet"}, {"dir", "auto", is_directed_}});
        marker(block);
        explained_.write(html_, words);
    }

    void marker(const CriteriaBlock& block) {
        const std::string_view marker = block.marker(text_);
        if (!is_counted(marker)) return;
        // Its "a" says nothing on the direction of the words behind it.
        html_.element("span", plain_words(marker), {{"class", "marker"}, {"dir", "ltr", is_directed_}}).text(" ");
    }

    void close_lists(std::size_t depth) {
        for (; open_lists_ > depth; --open_lists_) html_.close("li").close("ul");
    }

    Html& html_;
    ExplainedText& explained_;
    std::string_view text_;
    bool is_directed_; // some lines run from right to left: each says which way, as lists pass theirs on
    std::size_t open_lists_ = 0;
};

// The blocks from the first of `blocks` on that stand on one side; a heading that names a side begins a run only when
// the side changes.
std::size_t run_length(Blocks blocks) {
    std::size_t length = 1;
    while (length < blocks.size() && blocks[length].side == blocks[0].side) ++length;
    return length;
}

// "What is needed to join" with the record's own heading beside it.
void side_heading(Html& html, CriteriaSide side, std::string_view recorded) {
    const bool is_inclusion = side == CriteriaSide::Inclusion;
    html.open("h4", {{"class", "side-heading"}});
    html.text(is_inclusion ? "What is needed to join" : "What rules out joining").text(" ");
    html.element("span", recorded.empty() ? (is_inclusion ? "inclusion" : "exclusion") : recorded,
                 {{"class", "recorded"}});
    html.close("h4");
}

class CriteriaWriter {
public:
    CriteriaWriter(Html& html, std::string_view text) : html_(html), text_(text) {}

    void write() {
        const std::vector<CriteriaBlock> all = study::read_criteria(text_);
        const bool is_split = says_sides(all);
        if (!is_split) note("The record does not say which of these are needed to join and which rule it out.");
        for (Blocks rest = all; !rest.empty();) {
            const std::size_t length = run_length(rest);
            const Blocks run = rest.first(length);
            rest = rest.subspan(length);
            if (run[0].side == CriteriaSide::Unstated) {
                unstated(run, is_split);
            } else {
                stated(run);
            }
        }
        explained_.explanations(html_);
    }

private:
    void note(std::string_view words) { html_.element("p", words, {{"class", "note"}}); }

    void unstated(Blocks run, bool is_split) {
        bool has_items = false;
        for (const CriteriaBlock& block : run) has_items = has_items || block.kind == CriteriaKind::Item;
        html_.open("div", {{"class", "criteria-side side-unstated"}});
        if (is_split && has_items) note("The record does not say whether these are needed to join or rule it out.");
        SideWriter(html_, explained_, text_).write(run);
        html_.close("div");
    }

    void stated(Blocks run) {
        const bool has_heading = run[0].kind == CriteriaKind::SideHeading && !is_counted(run[0].marker(text_));
        const bool is_inclusion = run[0].side == CriteriaSide::Inclusion;
        html_.open("div", {{"class", is_inclusion ? "criteria-side side-needed" : "criteria-side side-ruled-out"}});
        side_heading(html_, run[0].side, has_heading ? plain_words(run[0].words(text_)) : std::string());
        SideWriter(html_, explained_, text_).write(has_heading ? run.subspan(1) : run);
        html_.close("div");
    }

    Html& html_;
    std::string_view text_;
    ExplainedText explained_;
};

} // namespace

void criteria_list(Html& html, std::string_view criteria) {
    CriteriaWriter(html, criteria).write();
    html.open("details", {{"class", "criteria-original"}});
    html.element("summary", "The criteria as the record gives them");
    html.element("div", plain_words(criteria), {{"class", "as-written prose"}}).close("details");
}

} // namespace trialdex::web
