// Groups of an invented study and what each of them gets; the two sides refer to each other by label.
#pragma once

#include "demo/plan/course.h"
#include "demo/plan/program.h"

#include <string>
#include <vector>

namespace trialdex::demo {

enum class Shape : std::uint8_t { SingleGroup, Parallel, Doses, Crossover, Factorial, Sequential };

struct Treatment {
    std::string_view type; // code of InterventionType
    std::string name;
    std::string description;
    std::vector<std::string> other_names;

    std::string title() const; // "Drug: Zeloraquent", as arms name it
};

struct Arm {
    std::string label;
    std::string_view type; // code of ArmGroupType; empty in observational studies
    std::string description;
    std::vector<std::size_t> treatments; // positions in Arms::treatments
};

struct Arms {
    Shape shape = Shape::Parallel;
    const Comparator* comparator = nullptr;
    std::vector<Arm> groups;
    std::vector<Treatment> treatments;
};

Arms arms_of(const Cast& cast, const Program& program, Random random);

} // namespace trialdex::demo
