#include "demo/plan/arms.h"

#include "demo/words/split.h"
#include "schema/schema.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::array kShapes = {Shape::Parallel,  Shape::Parallel,  Shape::Doses,      Shape::Parallel,
                                Shape::Crossover, Shape::Factorial, Shape::Sequential, Shape::SingleGroup};

Treatment product(const Program& program) {
    Treatment treatment;
    treatment.type = program.family->type;
    treatment.name = program.product;
    treatment.description = fmt::format(fmt::runtime(program.family->description), program.name);
    treatment.other_names = {program.code};
    if (program.product != program.name) treatment.other_names.push_back(program.name);
    return treatment;
}

Treatment comparison(const Comparator& comparator) {
    return {comparator.type, std::string(comparator.name), std::string(comparator.description), {}};
}

// Some shapes give both treatments to somebody: then the comparator must be something that can be given.
const Comparator& comparator_for(const Cast& cast, Shape shape) {
    const Comparator& dealt = cast.turn.deal_from(comparators(), "comparator");
    const bool gives_both = shape == Shape::Crossover || shape == Shape::Factorial;
    return gives_both && dealt.type.empty() ? comparators().front() : dealt;
}

class TrialArms {
public:
    TrialArms(const Cast& cast, const Program& program, Random random) : program_(program), random_(random) {
        arms_.shape = cast.turn.deal_from(kShapes, "shape");
        arms_.comparator = &comparator_for(cast, arms_.shape);
        arms_.treatments.push_back(product(program));
    }

    Arms make() {
        switch (arms_.shape) {
        case Shape::SingleGroup: add(program_.product, "EXPERIMENTAL", given(), {0}); break;
        case Shape::Parallel:
            add(program_.product, "EXPERIMENTAL", given(), {0});
            add_comparator();
            break;
        case Shape::Doses:
            for (const std::string_view dose : parts_of(program_.family->doses)) add_dose("", dose);
            add_comparator();
            break;
        case Shape::Sequential: {
            int cohort = 0;
            for (const std::string_view dose : parts_of(program_.family->doses)) {
                add_dose(fmt::format("Cohort {}: ", ++cohort), dose);
            }
            break;
        }
        case Shape::Crossover: crossover(); break;
        case Shape::Factorial: factorial(); break;
        }
        return std::move(arms_);
    }

private:
    std::string given() const { return arms_.treatments[0].description; }

    void add(std::string label, std::string_view type, std::string description, std::vector<std::size_t> treatments) {
        arms_.groups.push_back({std::move(label), type, std::move(description), std::move(treatments)});
    }

    void add_dose(std::string_view before, std::string_view dose) {
        add(fmt::format("{}{}, {}", before, program_.product, dose), "EXPERIMENTAL",
            fmt::format("{} Here: {}.", given(), dose), {0});
    }

    std::size_t give_comparator() {
        arms_.treatments.push_back(comparison(*arms_.comparator));
        return arms_.treatments.size() - 1;
    }

    void add_comparator() {
        const Comparator& other = *arms_.comparator;
        std::vector<std::size_t> treatments;
        if (!other.type.empty()) treatments.push_back(give_comparator());
        add(std::string(other.label), other.arm_type, std::string(other.description), std::move(treatments));
    }

    void crossover() {
        const std::size_t other = give_comparator();
        const std::string_view second = arms_.comparator->label;
        const int weeks = random_.between(2, 6);
        const auto order = [&](std::string_view a, std::string_view b) {
            return fmt::format("{} for {} weeks, two weeks without treatment, then {} for {} weeks.", a, weeks, b,
                               weeks);
        };
        add(fmt::format("{}, Then {}", program_.product, second), "EXPERIMENTAL", order(program_.product, second),
            {0, other});
        add(fmt::format("{}, Then {}", second, program_.product), "EXPERIMENTAL", order(second, program_.product),
            {other, 0});
    }

    void factorial() {
        const std::size_t other = give_comparator();
        const std::string_view second = arms_.comparator->label;
        add(fmt::format("{} and {}", program_.product, second), "EXPERIMENTAL", "Both treatments together.",
            {0, other});
        add(fmt::format("{} Alone", program_.product), "EXPERIMENTAL", given(), {0});
        add(fmt::format("{} Alone", second), arms_.comparator->arm_type, std::string(arms_.comparator->description),
            {other});
        add("Neither", "NO_INTERVENTION", "Visits and questionnaires only.", {});
    }

    const Program& program_;
    Random random_;
    Arms arms_;
};

Arms observed_groups(const Cast& cast, const Program& program) {
    Arms arms;
    arms.shape = Shape::SingleGroup;
    if (cast.turn.deal(5, "observed groups") == 0) return arms; // older records name no groups
    arms.groups.push_back(
        {program.condition->people_title(),
         "",
         fmt::format("All {} who came to one of the clinics and agreed.", program.condition->people()),
         {}});
    if (cast.turn.deal(5, "observed groups") < 3) {
        arms.groups.push_back({"Comparison Group", "", "Companions of the same age who came along.", {}});
    }
    if (cast.turn.deal(3, "exposure") != 0) {
        arms.treatments.push_back(product(program));
        arms.groups[0].treatments = {0};
    }
    return arms;
}

} // namespace

std::string Treatment::title() const {
    const schema::EnumType* types = schema::find_enum("InterventionType");
    const schema::EnumValue* value = types == nullptr ? nullptr : types->find(type);
    return fmt::format("{}: {}", value == nullptr ? type : value->legacy, name);
}

Arms arms_of(const Cast& cast, const Program& program, Random random) {
    switch (cast.kind) {
    case Kind::Trial:
    case Kind::TrialWithResults: return TrialArms(cast, program, random).make();
    case Kind::ObservationalWithResults:
    case Kind::Observational: return observed_groups(cast, program);
    case Kind::ExpandedAccess: break;
    case Kind::Withheld: return {};
    }
    Arms arms;
    arms.treatments.push_back(product(program));
    return arms;
}

} // namespace trialdex::demo
