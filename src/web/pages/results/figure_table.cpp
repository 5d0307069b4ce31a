#include "web/pages/results/figure_table.h"

#include "web/components/entities.h"
#include "web/components/value.h"

namespace trialdex::web {

namespace {

// Whether a class was counted on others than the measure as a whole: only then its counts stand beside its figures.
bool has_own_counts(const results::Measure& measure, const results::MeasureClass& one) {
    for (std::size_t group = 0; group < one.denominators.size(); ++group) {
        const results::Denominator& own = one.denominators[group];
        if (own && own.count != measure.denominators[group].count) return true;
    }
    return false;
}

void row(Html& html, const results::Measure& measure, std::string_view label, const results::MeasureCategory& category,
         bool shows_counts, FigureNotes& notes) {
    html.open("tr").open("th", {{"scope", "row"}});
    breakable_text(html, label);
    html.close("th");
    for (const results::Figure& one : category.figures) {
        html.open("td", {{"class", "figure"}});
        figure(html, measure, one, shows_counts, notes);
        html.close("td");
    }
    html.close("tr");
}

} // namespace

void denominator_row(Html& html, std::span<const results::Denominator> denominators) {
    std::string_view units;
    for (const results::Denominator& denominator : denominators) {
        if (denominator && units.empty()) units = denominator.units;
    }
    bool any = false;
    for (const results::Denominator& denominator : denominators) any = any || denominator;
    if (!any) return;
    html.open("tr", {{"class", "denominators"}}).open("th", {{"scope", "row"}});
    if (units.empty() || units == "Participants" || units == "participants") {
        html.text(units.empty() ? "Number analysed" : "Participants analysed");
    } else {
        html.text("Analysed: ");
        plain_text(html, units);
    }
    html.close("th");
    for (const results::Denominator& denominator : denominators) {
        html.open("td", {{"class", "figure"}});
        if (denominator) {
            plain_text(html, grouped(denominator.count));
        } else {
            html.element("span", "no figure", {{"class", "absent"}});
        }
        html.close("td");
    }
    html.close("tr");
}

std::string row_kind(const results::Measure& measure) {
    std::string kind = results::kind_in_words(measure);
    return kind.empty() ? "Figure" : kind;
}

std::string kind_and_unit(const results::Measure& measure) {
    const std::string kind = results::kind_in_words(measure);
    const std::string unit = decode_entities(measure.unit);
    // "Count of participants, Participants" says one thing twice.
    const bool is_told =
        measure.parameter == "COUNT_OF_PARTICIPANTS" && (unit == "Participants" || unit == "participants");
    if (unit.empty() || is_told) return row_kind(measure);
    return kind.empty() ? unit : kind + ", " + unit;
}

void measure_rows(Html& html, const results::Measure& measure, std::size_t begin, std::size_t end, FigureNotes& notes) {
    const std::string columns = std::to_string(measure.groups.size() + 1);
    std::size_t at = 0;
    for (const results::MeasureClass& one : measure.classes) {
        const std::size_t first = at;
        at += one.categories.size();
        if (at <= begin || first >= end) continue;
        const bool is_single = one.categories.size() == 1 && one.categories[0].title.empty();
        const bool shows_counts = has_own_counts(measure, one);
        if (!is_single && !one.title.empty()) {
            html.open("tr", {{"class", "class-head"}}).open("th", {{"scope", "rowgroup"}, {"colspan", columns}});
            html.open("div", {{"class", "across"}});
            plain_text(html, one.title);
            html.close("div").close("th").close("tr");
        }
        for (std::size_t i = 0; i < one.categories.size(); ++i) {
            if (first + i < begin || first + i >= end) continue;
            const results::MeasureCategory& category = one.categories[i];
            const std::string kind = row_kind(measure);
            const std::string_view title = is_single ? one.title : category.title;
            row(html, measure, title.empty() ? std::string_view(kind) : title, category, shows_counts, notes);
        }
    }
}

} // namespace trialdex::web
