// Who the participants were, group by group and in all.
#include "demo/ages.h"
#include "demo/members.h"
#include "demo/results/forms.h"
#include "demo/results/results.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

struct BaselineMeasure {
    std::string title;
    std::string_view description;
    std::string_view unit;
    TableForm form;
    std::string_view population = {};
    bool percentages = true;
    bool own_denominators = false;
};

class BaselineWriter {
public:
    BaselineWriter(JsonWriter& out, const Plan& plan)
        : out_(out), plan_(plan), random_(plan.random("baseline")), columns_(columns_of(plan, "BG")),
          units_(plan.turn().deal(2, "baseline units") == 0 ? plan.program.condition->units : std::string_view()) {
        Column total{fmt::format("BG{:03}", columns_.size()), "Total", "Total of all reporting groups"};
        for (const Column& column : columns_) total.count += column.count;
        columns_.push_back(total);
    }

    void write() {
        if (random_.chance(40)) out_.member("populationDescription", "Everybody who was assigned to a group.");
        text(out_, "typeUnitsAnalyzed", units_);
        write_columns(out_, "groups", columns_);
        list(out_, "denoms", [&] {
            write_denominator(out_, "Participants", columns_);
            if (!units_.empty()) write_denominator(out_, units_, in_units());
        });
        add_usual();
        add_special();
        objects(out_, "measures", measures_, [&](const BaselineMeasure& measure) { write_measure(measure); });
    }

private:
    std::vector<Column> in_units() const {
        std::vector<Column> columns = columns_;
        for (Column& column : columns) column.count *= 2;
        return columns;
    }

    void add(std::string_view title, std::string_view unit, TableForm form) {
        measures_.push_back({std::string(title), {}, unit, std::move(form)});
    }

    static TableForm count_of_people(std::vector<std::string_view> categories) {
        return {.param = "COUNT_OF_PARTICIPANTS", .dispersion = "", .categories = std::move(categories)};
    }

    void add_usual() {
        const Ages ages = ages_of(plan_);
        const int youngest = 10 * years_in(ages.minimum);
        const int oldest = ages.maximum.empty() ? std::max(880, youngest + 100) : 10 * years_in(ages.maximum) + 9;
        add("Age, Continuous", "years",
            {.param = "MEAN", .dispersion = "STANDARD_DEVIATION", .low = youngest, .high = oldest, .decimals = 1});
        TableForm stages = count_of_people({"<=18 years", "Between 18 and 65 years", ">=65 years"});
        const std::vector<std::string_view> open = life_stages(ages);
        for (const std::string_view stage : {"CHILD", "ADULT", "OLDER_ADULT"}) {
            stages.possible.push_back(std::find(open.begin(), open.end(), stage) != open.end());
        }
        add("Age, Categorical", "Participants", std::move(stages));
        if (plan_.program.condition->sex == "ALL") {
            add("Sex: Female, Male", "Participants", count_of_people({"Female", "Male"}));
        }
        add("Ethnicity (NIH/OMB)", "Participants",
            count_of_people({"Hispanic or Latino", "Not Hispanic or Latino", "Unknown or Not Reported"}));
        add("Race (NIH/OMB)", "Participants",
            count_of_people({"American Indian or Alaska Native", "Asian", "Native Hawaiian or Other Pacific Islander",
                             "Black or African American", "White", "More than one race", "Unknown or Not Reported"}));
        add_regions();
    }

    // Every participant lives in one of the countries, so the rows add up; few enough to read.
    void add_regions() {
        std::vector<std::string_view> countries;
        for (const Site& site : plan_.sites) {
            const bool known = std::find(countries.begin(), countries.end(), site.city->country) != countries.end();
            if (!known && countries.size() < 12) countries.push_back(site.city->country);
        }
        if (countries.size() > 1) add("Region of Enrollment", "Participants", count_of_people(std::move(countries)));
    }

    void add_special() {
        constexpr std::uint64_t kSpecial = 3;
        for (std::uint64_t i = 0; i < kSpecial; ++i) {
            const Turn turn = plan_.turn().part(i, kSpecial);
            const Measure& measure = turn.deal_from(baseline_measures(), "baseline measure");
            BaselineMeasure special{plan_.fill(measure.title), measure.description, {}, form_of(plan_, measure)};
            special.unit = measure.unit.empty() ? plan_.program.condition->unit : measure.unit;
            if (i > 0) pair_up(special, plan_.turn().part(i - 1, kSpecial - 1));
            special.form.style = deal_style(turn);
            special.form.has_gaps = turn.once_in(12, "baseline gap").has_value();
            special.form.class_denominators = !special.form.classes.empty();
            special.own_denominators = turn.once_in(8, "baseline denominators").has_value();
            if (special.own_denominators) special.population = "Participants whose form was complete \\[all visits\\].";
            special.percentages = turn.deal(5, "percentages") != 0;
            measures_.push_back(std::move(special));
        }
    }

    // Shows a kind of value with a kind of dispersion that sponsors may choose, sensible or not.
    void pair_up(BaselineMeasure& measure, const Turn& turn) {
        const Pairing pairing = deal_pairing(turn, "baseline pairing");
        measure.form.param = pairing.param;
        measure.form.dispersion = pairing.dispersion;
        measure.title = fmt::format("{}, as {}", measure.title, in_words("MeasureParam", pairing.param));
        if (measure.form.high == 0) measure.form.high = 90; // a count that now is some other value
        if (pairing.param == "COUNT_OF_PARTICIPANTS") measure.unit = "Participants";
        if (pairing.param == "COUNT_OF_UNITS") measure.unit = counted_units();
    }

    std::string_view counted_units() const { return units_.empty() ? "samples" : units_; }

    void write_measure(const BaselineMeasure& measure) {
        const bool in_units_only = measure.form.param == "COUNT_OF_UNITS";
        const std::vector<Column> columns = in_units_only ? in_units() : columns_;
        const std::string_view units = in_units_only ? counted_units() : "Participants";
        out_.member("title", measure.title);
        text(out_, "description", measure.description);
        text(out_, "populationDescription", measure.population);
        out_.member("paramType", measure.form.param);
        text(out_, "dispersionType", measure.form.dispersion);
        out_.member("unitOfMeasure", measure.unit);
        if (!measure.percentages) out_.member("calculatePct", false);
        if (in_units_only) out_.member("denomUnitsSelected", units);
        if (in_units_only || measure.own_denominators) {
            list(out_, "denoms", [&] { write_denominator(out_, units, columns); });
        }
        TableForm form = measure.form;
        form.total = true;
        form.units = units;
        write_classes(out_, form, columns, Random(random_.next()));
    }

    JsonWriter& out_;
    const Plan& plan_;
    Random random_;
    std::vector<Column> columns_; // the last one is the total
    std::string_view units_;
    std::vector<BaselineMeasure> measures_;
};

} // namespace

void write_baseline(JsonWriter& out, const Plan& plan) {
    object(out, "baselineCharacteristicsModule", [&] { BaselineWriter(out, plan).write(); });
}

} // namespace trialdex::demo
