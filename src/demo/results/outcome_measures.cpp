// What came out, measure by measure: those that were promised, some of another kind, one that was thought of
// afterwards.
#include "demo/members.h"
#include "demo/results/forms.h"
#include "demo/results/results.h"

#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::uint64_t kMostMeasures = 16;

struct ReportedMeasure {
    std::string_view type;
    std::string title, description, time_frame, unit;
    TableForm form;
};

class OutcomeWriter {
public:
    OutcomeWriter(JsonWriter& out, const Plan& plan)
        : out_(out), plan_(plan), random_(plan.random("outcome measures")) {}

    void write() {
        for (const PlannedOutcome& outcome : plan_.outcomes) {
            measures_.push_back({outcome.type, outcome.title, outcome.description, outcome.time_frame,
                                 unit_of(plan_, *outcome.measure), form_of(plan_, *outcome.measure)});
        }
        add_pairings();
        objects(out_, "outcomeMeasures", measures_, [&](const ReportedMeasure& measure) {
            const bool planned = number_ < plan_.outcomes.size();
            const Turn turn = plan_.turn().part(number_++, kMostMeasures);
            if (planned && is_still_to_come(measure, turn)) {
                write_promise(measure, turn);
            } else {
                write_reported(measure, turn);
            }
        });
    }

private:
    // Kinds of values in kinds of dispersion that the word tables do not have.
    void add_pairings() {
        constexpr std::uint64_t kPairings = 2;
        for (std::uint64_t i = 0; i < kPairings; ++i) {
            const Pairing pairing = deal_pairing(plan_.turn().part(i, kPairings), "outcome pairing");
            ReportedMeasure measure;
            measure.type = i == 0 ? "OTHER_PRE_SPECIFIED" : "POST_HOC";
            measure.title = fmt::format("{} in the Last Week, as {}", plan_.program.condition->score,
                                        in_words("MeasureParam", pairing.param));
            measure.time_frame = fmt::format("Week {}", plan_.weeks);
            measure.unit = plan_.program.condition->unit;
            measure.form.param = pairing.param;
            measure.form.dispersion = pairing.dispersion;
            measure.form.low = plan_.program.condition->low;
            measure.form.high = plan_.program.condition->high;
            measure.form.decimals = 1;
            if (pairing.param == "COUNT_OF_PARTICIPANTS") measure.unit = "Participants";
            if (pairing.param == "COUNT_OF_UNITS") measure.unit = counted_units();
            measures_.push_back(std::move(measure));
        }
    }

    std::string counted_units() const {
        const std::string_view units = plan_.program.condition->units;
        return std::string(units.empty() ? "samples" : units);
    }

    // While a study goes on, measures that need its end are announced.
    bool is_still_to_come(const ReportedMeasure& measure, const Turn& turn) const {
        return !plan_.course.is_over() && measure.type != "PRIMARY" && turn.deal(2, "to come") == 0;
    }

    void write_head(const ReportedMeasure& measure) {
        out_.member("type", measure.type);
        out_.member("title", measure.title);
        text(out_, "description", measure.description);
    }

    void write_promise(const ReportedMeasure& measure, const Turn& turn) {
        write_head(measure);
        out_.member("reportingStatus", "NOT_POSTED");
        const std::string day = iso(plan_.dates.completion->day + 300);
        out_.member("anticipatedPostingDate", day.substr(0, turn.deal(6, "promise in years") == 0 ? 4 : 7));
        out_.member("timeFrame", measure.time_frame);
    }

    // Some took part but could not be judged.
    std::vector<Column> analyzed(bool in_units) {
        std::vector<Column> columns = columns_of(plan_, "OG");
        for (Column& column : columns) {
            column.count -= random_.between(0, column.count / 10);
            if (in_units) column.count *= 2;
        }
        return columns;
    }

    void write_reported(const ReportedMeasure& measure, const Turn& turn) {
        const bool in_units = measure.form.param == "COUNT_OF_UNITS";
        const std::vector<Column> columns = analyzed(in_units);
        TableForm form = measure.form;
        form.style = deal_style(turn);
        form.has_gaps = turn.once_in(9, "outcome gap").has_value();
        form.class_denominators = !form.classes.empty() && turn.deal(2, "class denominators") == 0;
        form.units = in_units ? std::string_view(measure.unit) : "Participants";

        write_head(measure);
        if (random_.chance(60)) {
            out_.member("populationDescription",
                        "All who took part in \\>= 1 visit after the first; others are missing.");
        }
        out_.member("reportingStatus", "POSTED");
        out_.member("paramType", form.param);
        text(out_, "dispersionType", dispersion_words(form.dispersion));
        out_.member("unitOfMeasure", measure.unit);
        if (turn.once_in(15, "no percentages")) out_.member("calculatePct", false);
        out_.member("timeFrame", measure.time_frame);
        if (in_units) out_.member("typeUnitsAnalyzed", measure.unit);
        if (in_units) out_.member("denomUnitsSelected", measure.unit);
        write_columns(out_, "groups", columns);
        list(out_, "denoms", [&] {
            write_denominator(out_, "Participants", in_units ? halved(columns) : columns);
            if (in_units) write_denominator(out_, measure.unit, columns);
        });
        write_classes(out_, form, columns, Random(random_.next()));
        if (columns.size() > 1 && (measure.type == "PRIMARY" || random_.chance(25))) {
            write_analyses(out_, plan_, turn, form.decimals);
        }
    }

    static std::vector<Column> halved(std::vector<Column> columns) {
        for (Column& column : columns) column.count /= 2;
        return columns;
    }

    // Here records say it in words, and name any level of confidence.
    static std::string_view dispersion_words(std::string_view code) {
        if (code.empty()) return {};
        return code == "CONFIDENCE_OTHER" ? "84% Confidence Interval" : in_words("MeasureDispersionType", code);
    }

    JsonWriter& out_;
    const Plan& plan_;
    Random random_;
    std::vector<ReportedMeasure> measures_;
    std::uint64_t number_ = 0;
};

} // namespace

void write_outcome_measures(JsonWriter& out, const Plan& plan) {
    object(out, "outcomeMeasuresModule", [&] { OutcomeWriter(out, plan).write(); });
}

} // namespace trialdex::demo
