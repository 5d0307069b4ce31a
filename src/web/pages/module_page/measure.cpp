#include "web/pages/module_page/measure.h"

#include "results/measure.h"
#include "results/percent.h"
#include "schema/schema.h"
#include "web/components/markup.h"
#include "web/components/value.h"

namespace trialdex::web::nodes {

namespace {

using study::Value;

bool counts_people_or_units(Value measure) {
    const std::string_view kind = measure["paramType"].text();
    const bool wanted = measure["calculatePct"].boolean().value_or(true);
    return wanted && (kind == "COUNT_OF_PARTICIPANTS" || kind == "COUNT_OF_UNITS");
}

void spread(Html& html, const Measure& measure, Value measurement) {
    const std::string_view around = measurement["spread"].text();
    const std::string_view low = measurement["lowerLimit"].text();
    const std::string_view high = measurement["upperLimit"].text();
    if (!around.empty()) {
        const bool plus_minus =
            results::is_spread_around(measure.measure["paramType"].text(), measure.measure["dispersionType"].text());
        html.text(plus_minus ? " ± " : " (");
        plain_text(html, grouped(around));
        if (!plus_minus) html.text(")");
    }
    if (low.empty() && high.empty()) return;
    html.text(" ").open("span", {{"class", "range"}}).text("(");
    plain_text(html, low.empty() ? std::string("no lower limit") : grouped(low));
    html.text(" to ");
    plain_text(html, high.empty() ? std::string("no upper limit") : grouped(high));
    html.text(")").close("span");
}

} // namespace

std::string_view Measure::denominator(std::string_view group_id) const {
    using Level = results::Denominator::Level;
    return results::nearest_denominator({{row, Level::Class}, {measure, Level::Measure}, {module, Level::Module}},
                                        measure["denomUnitsSelected"].text(), group_id)
        .count;
}

std::string Measure::kind_in_words() const {
    std::string kind = results::kind_in_words(measure["paramType"].text(), measure["dispersionType"].text());
    const std::string_view unit = measure["unitOfMeasure"].text();
    if (!unit.empty()) kind += (kind.empty() ? "" : ", ") + std::string(unit);
    return kind;
}

Measure measure_of(Value module, Value measure) { return {module, measure, {}}; }

Measure nearest_measure(std::span<const study::PathStep> steps) {
    Measure measure;
    for (std::size_t i = steps.size(); i > 0; --i) {
        const study::PathStep& step = steps[i - 1];
        if (!step.node) continue;
        const bool is_one = step.value.is_object();
        if (is_one && step.node->type == "MeasureClass") measure.row = step.value;
        if (is_one && (step.node->type == "BaselineMeasure" || step.node->type == "OutcomeMeasure")) {
            measure.measure = step.value;
        }
        if (step.node->kind == schema::NodeKind::Module) measure.module = step.value;
    }
    return measure;
}

void figure(Html& html, const Measure& measure, Value measurement) {
    const std::string_view value = measurement["value"].text();
    if (value.empty()) {
        html.element("span", "no figure", {{"class", "absent"}});
    } else {
        plain_text(html, grouped(value));
        spread(html, measure, measurement);
    }
    const std::string_view count = measure.denominator(measurement["groupId"].text());
    const std::string percent =
        counts_people_or_units(measure.measure) ? results::percent_of(value, count) : std::string();
    if (!percent.empty()) html.text(" (" + percent + ")");
    if (measure.row_has_denominators() && !count.empty()) {
        html.element("small", "of " + grouped(count), {{"class", "figure-note"}});
    }
    sponsor_comment(html, measurement);
}

void sponsor_comment(Html& html, Value holder) {
    const std::string_view comment = holder["comment"].text();
    if (comment.empty()) return;
    html.open("div", {{"class", "figure-note"}});
    markup(html, comment);
    html.close("div");
}

} // namespace trialdex::web::nodes
