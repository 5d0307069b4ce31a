// Matching words made visible: marked in a text, and the passage of a record that shows most of them.
#pragma once

#include "study/json.h"
#include "web/html.h"
#include "web/pages/search/words_sought.h"

#include <set>
#include <span>
#include <string>

namespace trialdex::web {

// The text with its ranges in <mark>.
void marked_text(Html& html, std::string_view text, std::span<const MarkedRange> ranges);

// A value of a record on one line, its matching words marked; returns which of the words sought it shows.
std::set<std::size_t> marked_value(Html& html, WordsSought& words, const schema::Node& node, study::Value value);

struct Snippet {
    const schema::Node* node = nullptr; // null: no field shows a further word
    std::string text;
    std::vector<MarkedRange> ranges;
};

// The field that shows most words which are not `shown` already; of several the one with most words, then the
// weightiest. Fields are looked at by weight until one is good enough. Cut to a passage of about two lines.
Snippet best_snippet(study::Value root, WordsSought& words, const std::set<std::size_t>& shown);

// A passage around the most different marks, with an ellipsis where it was cut.
void cut_to_passage(Snippet& snippet);

} // namespace trialdex::web
