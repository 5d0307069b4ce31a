// Matching words made visible: marked in a text, and the passage of a record that shows most of them.
#pragma once

#include "study/json.h"
#include "web/html.h"
#include "web/pages/search/words_sought.h"

#include <string>

namespace trialdex::web {

// The text with its ranges in <mark>.
void marked_text(Html& html, std::string_view text, std::span<const MarkedRange> ranges);

// A value of a record on one line, its matching words marked; returns how many of the words sought it shows.
std::size_t marked_value(Html& html, WordsSought& words, const schema::Node& node, study::Value value);

struct Snippet {
    const schema::Node* node = nullptr; // null: no field shows a word
    std::string text;
    std::vector<MarkedRange> ranges;
    std::size_t distinct = 0;
};

// The field that shows most of the words, the weightier one when two show as many, cut to a passage of about two lines.
// Fields of `shown` are passed over: the page has them already.
Snippet best_snippet(study::Value root, WordsSought& words, std::span<const schema::Node* const> shown);

// A passage around the most different marks, with an ellipsis where it was cut.
void cut_to_passage(Snippet& snippet);

} // namespace trialdex::web
