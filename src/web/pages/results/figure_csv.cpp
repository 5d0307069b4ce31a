#include "web/pages/results/figure_csv.h"

#include "web/components/entities.h"

namespace trialdex::web {

void figure_csv_head(results::CsvWriter& csv) {
    csv.row({"Kind", "Measure", "Parameter", "Dispersion", "Unit", "Row", "Category", "Group id", "Group",
             "Number analysed", "Counted in", "Value", "Spread", "Lower limit", "Upper limit", "Comment"});
}

void figure_csv_rows(results::CsvWriter& csv, std::string_view kind, const results::Measure& measure) {
    const std::string title = decode_entities(measure.title);
    const std::string unit = decode_entities(measure.unit);
    for (const results::MeasureClass& one : measure.classes) {
        const std::string row = decode_entities(one.title);
        for (const results::MeasureCategory& category : one.categories) {
            const std::string name = decode_entities(category.title);
            for (std::size_t i = 0; i < category.figures.size(); ++i) {
                const results::Figure& figure = category.figures[i];
                const results::Group& group = measure.groups[i];
                csv.row({kind, title, measure.parameter, measure.dispersion, unit, row, name, group.id,
                         decode_entities(group.title), figure.denominator.count, figure.denominator.units,
                         decode_entities(figure.value), decode_entities(figure.spread), decode_entities(figure.lower),
                         decode_entities(figure.upper), decode_entities(figure.comment)});
            }
        }
    }
}

} // namespace trialdex::web
