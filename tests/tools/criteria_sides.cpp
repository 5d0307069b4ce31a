// Reads records, one JSON a line, from standard input and writes for each line of their criteria that is not empty: NCT
// id, number of the line from 1, side (I, E, U, or H for a line that only names a side), separated by tabs.
// To compare with marks made by hand: TRIALDEX_CRITERIA_MARKS=FILE test_study --gtest_filter="CriteriaWords.*".
#include "study/json.h"
#include "support/criteria_lines.h"

#include <iostream>

using namespace trialdex;

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto document = study::Document::parse(line);
        if (!document) continue;
        const study::Value protocol = document->root()["protocolSection"];
        const std::string_view id = protocol["identificationModule"]["nctId"].text();
        const std::string sides = support::line_sides(protocol["eligibilityModule"]["eligibilityCriteria"].text());
        for (std::size_t i = 0; i < sides.size(); ++i) std::cout << id << '\t' << i + 1 << '\t' << sides[i] << '\n';
    }
}
