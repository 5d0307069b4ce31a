// One figure of a measure as one reads it: "12.3 ± 4.5", "8 (6 to 11)", "14 (28.0%)", "not reached", "no figure".
#pragma once

#include "results/measure.h"
#include "web/components/comment_notes.h"
#include "web/html.h"

#include <string>
#include <string_view>

namespace trialdex::web {

// What the notes beneath a table must explain, because some figure above needs it.
struct FigureNotes {
    bool percentages = false;
    bool not_reached = false;         // said by the record
    bool usually_not_reached = false; // read from the kind of measure
    bool not_estimable = false;
    bool not_available = false;
    bool no_figure = false;
    bool own_counts = false; // some rows count others than the measure as a whole
    CommentNotes comments;
};

// The inside of a <td>. `shows_count`: the figure's own denominator stands beside it ("of 48").
void figure(Html& html, const results::Measure& measure, const results::Figure& figure, bool shows_count,
            FigureNotes& notes);

// The same in plain words for a picture, without comment and calculated numbers: "14 of 50", "8 (6 to 11)".
std::string figure_in_words(const results::Measure& measure, const results::Figure& figure);

void figure_notes(Html& html, const FigureNotes& notes);

} // namespace trialdex::web
