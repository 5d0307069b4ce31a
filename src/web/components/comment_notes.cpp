#include "web/components/comment_notes.h"

#include "web/components/markup.h"

#include <algorithm>

namespace trialdex::web {

namespace {

constexpr std::size_t kShortComment = 40; // characters: two or three lines in a column

// "a", "b" … "z", "aa": letters, because a number beside a figure would be read as part of it.
std::string letters(std::size_t index) {
    std::string name;
    for (std::size_t left = index + 1; left > 0; left = (left - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('a' + (left - 1) % 26));
    }
    return name;
}

} // namespace

void comment(Html& html, std::string_view text, CommentNotes& notes) {
    if (text.empty()) return;
    if (text.size() <= kShortComment) {
        html.open("div", {{"class", "figure-note"}});
        markup(html, text);
        html.close("div");
        return;
    }
    const auto known = std::find(notes.comments.begin(), notes.comments.end(), text);
    const std::string name = letters(static_cast<std::size_t>(known - notes.comments.begin()));
    if (known == notes.comments.end()) notes.comments.push_back(text);
    html.link("#" + notes.anchor + name, name, {{"class", "mark-of-note"}, {"aria-label", "Note " + name}});
}

void comment_list(Html& html, const CommentNotes& notes) {
    if (notes.comments.empty()) return;
    html.open("ul", {{"class", "comment-notes"}});
    for (std::size_t i = 0; i < notes.comments.size(); ++i) {
        const std::string name = letters(i);
        html.open("li", {{"id", notes.anchor + name}}).element("strong", name).open("div");
        markup(html, notes.comments[i]);
        html.close("div").close("li");
    }
    html.close("ul");
}

} // namespace trialdex::web
