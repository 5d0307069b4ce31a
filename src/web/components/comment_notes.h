// What the sponsor remarked on single figures of a table: short beneath its figure, long in a list beneath the table,
// to which figures refer by a letter, so that one remark makes no row and no column the largest of its table.
#pragma once

#include "web/html.h"

#include <string>
#include <string_view>
#include <vector>

namespace trialdex::web {

struct CommentNotes {
    // Each once: one real table has the same sentence at 435 figures.
    std::vector<std::string_view> comments;
    std::string anchor = "note-"; // of the comments' ids; a page with several tables gives each its own
};

// The remark on the figure just written, or its letter. Nothing when it is empty.
void comment(Html& html, std::string_view text, CommentNotes& notes);

// The list beneath the table; nothing when no figure refers to it.
void comment_list(Html& html, const CommentNotes& notes);

} // namespace trialdex::web
