// Small written registries with what must be found in them: the rows of the contract's sections 7.6 and 8, and what the
// decision says of words. The oracle is asked here, the engine in tests/differential.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trialdex::oracle {

struct Row {
    std::string expression;
    std::vector<std::uint32_t> numbers; // of the studies that match
    std::string area = "BasicSearch";
};

struct Story {
    std::string name;
    std::vector<std::string> records;
    std::vector<Row> rows;
};

const std::vector<Story>& stories();

// No expressions, and expressions that look odd and are.
const std::vector<std::string>& refused_expressions();
const std::vector<std::string>& odd_expressions();

} // namespace trialdex::oracle
