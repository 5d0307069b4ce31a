// Where days fall on a time line, and which years are written beneath it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trialdex::web {

// From the first to the last of some days, with a margin; places are parts of a hundred, so that the line may have any
// width.
class TimeScale {
public:
    TimeScale(std::int32_t first_day, std::int32_t last_day); // days since 1970-01-01

    double place(std::int32_t day) const; // 0 to 100, the middle of the day

    struct Tick {
        int year;
        double place; // of its first day
    };
    std::vector<Tick> ticks() const; // two to six where there are as many, 1, 2, 5, 10 … years apart

private:
    double from_;
    double to_;
};

} // namespace trialdex::web
