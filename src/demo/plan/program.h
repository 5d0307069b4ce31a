// A programme: one sponsor tries one product against one condition in several studies, so that the invented registry
// has families of related trials as the real one has.
#pragma once

#include "demo/words/conditions.h"
#include "demo/words/sponsors.h"
#include "demo/words/treatments.h"

#include <cstdint>
#include <string>

namespace trialdex::demo {

struct Program {
    std::uint64_t number = 0;
    const Condition* condition = nullptr;
    const Condition* second = nullptr; // often studied along with it; may be null
    const Sponsor* sponsor = nullptr;
    const Family* family = nullptr;
    std::string name; // "Zeloraquent"
    std::size_t name_number = 0;
    std::string product; // "Zeloraquent nasal spray"
    std::string code;    // "QWT-4021"
};

Program program_of(std::uint64_t index, std::uint64_t seed);

// The study before this one in the same programme; kNoIndex for its first.
std::uint64_t earlier_in_program(std::uint64_t index, std::uint64_t seed);

} // namespace trialdex::demo
