// What the invented studies are about: everyday conditions with their place in the MeSH vocabulary, so that searches,
// synonyms and the term tree have something true to work on.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace trialdex::demo {

struct Condition {
    std::string_view name;      // as a sponsor types it
    std::string_view spoken;    // within a sentence
    std::string_view keywords;  // separated by |
    std::string_view mesh;      // "D001249 Asthma"; empty when the vocabulary has no such term
    std::string_view ancestors; // terms above, nearest first, separated by |
    std::string_view branches;  // codes of kBranches, separated by spaces
    std::string_view sex;       // code of Sex
    std::string_view trouble;   // what it does to people
    std::string_view score;     // how it is measured
    std::string_view relief;    // what counts as success, of a participant
    std::string_view units;     // what is counted where it is not people: eyes, teeth; else empty
    std::string_view unit;      // of the score
    int low, high;              // of the score, in tenths
    bool from_birth = false;    // newborns can have it

    bool is_illness() const { return !mesh.empty(); } // healthy volunteers have none
    std::string people_title() const;                 // "People With Asthma"
    std::string people() const;                       // "people with asthma"
};

struct Branch {
    std::string_view code;
    std::string_view name;
};

std::span<const Condition> conditions();
std::span<const Branch> condition_branches();

} // namespace trialdex::demo
