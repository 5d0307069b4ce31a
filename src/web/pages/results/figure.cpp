#include "web/pages/results/figure.h"

#include "results/not_available.h"
#include "results/number_text.h"
#include "results/percent.h"
#include "web/components/calculated.h"
#include "web/components/entities.h"
#include "web/components/markup.h"
#include "web/components/value.h"

#include <algorithm>

namespace trialdex::web {

namespace {

using results::NotAvailable;

constexpr std::size_t kShortComment = 40; // characters: two or three lines in a column

// Value, spread and limits as pieces of text; what stands for NA, and what holds the limits together, is the caller's
// to say.
template <class Number, class Words, class Together>
void pieces(const results::Measure& measure, const results::Figure& figure, Number&& number, Words&& words,
            Together&& together) {
    number(figure.value);
    if (!figure.spread.empty()) {
        const bool plus_minus = results::is_spread_around(measure.parameter, measure.dispersion);
        words(" ");
        together("spread", [&] {
            words(plus_minus ? "± " : "(");
            number(figure.spread);
            if (!plus_minus) words(")");
        });
    }
    if (figure.lower.empty() && figure.upper.empty()) return;
    words(" ");
    together("limits", [&] {
        words("(");
        if (figure.lower.empty()) words("no lower limit");
        if (!figure.lower.empty()) number(figure.lower);
        words(" to ");
        if (figure.upper.empty()) words("no upper limit");
        if (!figure.upper.empty()) number(figure.upper);
        words(")");
    });
}

std::string_view words_for(NotAvailable meaning) {
    switch (meaning) {
    case NotAvailable::NotReached:
    case NotAvailable::NotReachedUsual: return "not reached";
    case NotAvailable::NotEstimable: return "not estimable";
    default: return "NA";
    }
}

void remember(FigureNotes& notes, NotAvailable meaning) {
    switch (meaning) {
    case NotAvailable::NotReached: notes.not_reached = true; return;
    case NotAvailable::NotReachedUsual: notes.usually_not_reached = true; return;
    case NotAvailable::NotEstimable: notes.not_estimable = true; return;
    default: notes.not_available = true; return;
    }
}

void note(Html& html, std::string_view label, std::string_view text) {
    html.open("li").element("strong", label).text(": ").text(text).close("li");
}

// "a", "b" … "z", "aa": letters, because a number beside a figure would be read as part of it.
std::string letters(std::size_t index) {
    std::string name;
    for (std::size_t left = index + 1; left > 0; left = (left - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('a' + (left - 1) % 26));
    }
    return name;
}

// What the sponsor remarked on a figure: short beneath it, long in the list beneath the table.
void comment(Html& html, std::string_view text, FigureNotes& notes) {
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

void comment_notes(Html& html, const FigureNotes& notes) {
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

} // namespace

void figure(Html& html, const results::Measure& measure, const results::Figure& figure, bool shows_count,
            FigureNotes& notes) {
    if (figure.value.empty()) {
        notes.no_figure = true;
        html.element("span", "no figure", {{"class", "absent"}});
    } else {
        pieces(
            measure, figure,
            [&](std::string_view text) {
                if (!results::is_not_available(text)) return plain_text(html, grouped(text));
                const NotAvailable meaning = results::meaning_of_not_available(measure, figure);
                remember(notes, meaning);
                html.element("span", words_for(meaning), {{"class", "not-available"}, {"title", "NA in the record"}});
            },
            [&](std::string_view text) { html.text(text); },
            [&](std::string_view kind, auto&& write) {
                html.open("span", {{"class", kind}});
                write();
                html.close("span");
            });
        const std::string percent = results::percent_of(measure, figure);
        if (!percent.empty()) {
            notes.percentages = true;
            html.text(" (");
            calculated(html, percent, grouped(figure.value) + " of " + grouped(figure.denominator.count));
            html.text(")");
        }
    }
    if (shows_count && figure.denominator) {
        notes.own_counts = true;
        html.element("small", "of " + decode_entities(grouped(figure.denominator.count)), {{"class", "figure-note"}});
    }
    comment(html, figure.comment, notes);
}

std::string figure_in_words(const results::Measure& measure, const results::Figure& figure) {
    if (figure.value.empty()) return "no figure";
    std::string words;
    pieces(
        measure, figure,
        [&](std::string_view text) {
            words += results::is_not_available(text)
                         ? std::string(words_for(results::meaning_of_not_available(measure, figure)))
                         : decode_entities(grouped(text));
        },
        [&](std::string_view text) { words += text; }, [](std::string_view, auto&& write) { write(); });
    if (measure.is_count() && figure.denominator) words += " of " + decode_entities(grouped(figure.denominator.count));
    return words;
}

void figure_notes(Html& html, const FigureNotes& notes) {
    comment_notes(html, notes);
    if (notes.percentages) calculated_note(html, "Percentages");
    Html list;
    if (notes.not_reached) {
        note(list, "not reached",
             "the record writes NA and says that this was not reached, mostly because too few participants had the "
             "event by the time of the analysis.");
    }
    if (notes.usually_not_reached) {
        note(list, "not reached (our reading)",
             "the record writes NA without a comment; for a median time to an event this usually means that too few "
             "participants had the event for a median or its limit.");
    }
    if (notes.not_estimable) {
        note(list, "not estimable", "the record writes NA and says that this could not be estimated.");
    }
    if (notes.not_available) {
        note(list, "NA", "not available: the record gives no number here. This is not zero.");
    }
    if (notes.no_figure) note(list, "no figure", "the record has nothing for this group here. This is not zero.");
    if (notes.own_counts) note(list, "of", "how many were analysed for this row, where it differs from the table’s.");
    if (!list.is_empty()) html.open("ul", {{"class", "table-notes"}}).append(list).close("ul");
}

} // namespace trialdex::web
