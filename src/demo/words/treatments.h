// What is tried in the invented studies. "{0}" stands for the invented name of the programme's product.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::demo {

struct Family {
    std::string_view type;        // code of InterventionType
    std::string_view name;        // "{0} tablets"
    std::string_view description; // how it is given
    std::string_view doses;       // of arms that differ in dose, separated by |
    std::string_view effect;      // a guess of the sponsor, after "It is thought to"
    bool outside_studies;         // may be given in expanded access
    bool regulated_drug;
    bool regulated_device;
};

// What the other arm gets.
struct Comparator {
    std::string_view arm_type; // code of ArmGroupType
    std::string_view type;     // code of InterventionType; empty when there is nothing to give
    std::string_view name;
    std::string_view description;
    std::string_view label; // of the arm
};

std::span<const Family> families();
std::span<const Comparator> comparators();
// Syllables of names that no medicine bears.
std::span<const std::string_view> name_beginnings();
std::span<const std::string_view> name_middles();
std::span<const std::string_view> name_endings();

} // namespace trialdex::demo
