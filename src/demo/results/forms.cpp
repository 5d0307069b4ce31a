#include "demo/results/forms.h"

#include "demo/words/split.h"

#include <array>

namespace trialdex::demo {

namespace {

constexpr std::array kStyles = {NumberStyle::Plain, NumberStyle::Plain,         NumberStyle::Plain,
                                NumberStyle::Plain, NumberStyle::NoLeadingZero, NumberStyle::Plain,
                                NumberStyle::Plain, NumberStyle::TrailingPoint, NumberStyle::Thousands};

} // namespace

TableForm form_of(const Plan& plan, const Measure& measure) {
    const Condition& condition = *plan.program.condition;
    TableForm form;
    form.param = measure.param;
    form.dispersion = measure.dispersion;
    form.decimals = measure.decimals;
    form.low = measure.low;
    form.high = measure.high;
    if (measure.unit.empty()) {
        const int width = condition.high - condition.low;
        const bool change = measure.low < 0;
        form.low = change ? -width / 2 : condition.low;
        form.high = change ? width / 8 : condition.high;
    }
    form.classes = parts_of(measure.classes);
    form.categories = parts_of(measure.categories);
    return form;
}

std::string unit_of(const Plan& plan, const Measure& measure) {
    return std::string(measure.unit.empty() ? plan.program.condition->unit : measure.unit);
}

Pairing deal_pairing(const Turn& turn, std::string_view what) {
    const auto params = codes("MeasureParam");
    const auto dispersions = codes("MeasureDispersionType");
    const std::size_t card = turn.deal(params.size() * (dispersions.size() + 1), what);
    const std::size_t dispersion = card / params.size();
    return {params[card % params.size()].value,
            dispersion < dispersions.size() ? dispersions[dispersion].value : std::string_view()};
}

NumberStyle deal_style(const Turn& turn) { return turn.deal_from(kStyles, "number style"); }

std::string_view in_words(std::string_view type, std::string_view code) {
    for (const schema::EnumValue& value : codes(type)) {
        if (value.value == code) return value.legacy;
    }
    return code;
}

} // namespace trialdex::demo
