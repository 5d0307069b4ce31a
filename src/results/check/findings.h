// Where the rules put what they find, and the few words that they share.
#pragma once

#include "results/check.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::results {

// Collects findings by parts of a record: a measure, a period, a list of events. In one part each kind is told once,
// with how often it comes: a study with 362 p-values above 1 would otherwise fill 362 lines with the same remark.
class Findings {
public:
    explicit Findings(std::string_view under) : under_(under) {}

    // Whether anything at, above or below `path` is asked for.
    bool wants(std::string_view path) const;
    void begin_part() { first_of_part_ = all_.size(); }
    void add(FindingKind kind, std::string path, std::string sentence);
    std::vector<Finding> take();

private:
    std::string_view under_;
    std::size_t first_of_part_ = 0;
    std::vector<Finding> all_;
};

std::string counted(std::int64_t count); // "1,234"
// “Placebo”, cut at a word when it is long; what has no title is “without a title”.
std::string quoted(std::string_view title);

} // namespace trialdex::results
