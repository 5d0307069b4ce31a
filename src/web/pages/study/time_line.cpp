#include "web/pages/study/time_line.h"

#include "base/fixed_number.h"
#include "study/partial_date.h"
#include "web/pages/study/time_scale.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace trialdex::web {

namespace {

constexpr double kRow = 38; // pixels a date: a line of text above its track
constexpr double kTextAt = 15;
constexpr double kTrackAt = 26;
constexpr double kAxis = 22;
constexpr double kHalfMonth = 5; // half the height of a bar that stands for a month

struct Milestone {
    std::string_view name; // of the date's structure in the status module
    std::string_view label;
    bool is_of_study; // otherwise of its record
};
constexpr std::array<Milestone, 6> kMilestones = {{{"studyFirstPostDateStruct", "Registered", false},
                                                   {"startDateStruct", "Start", true},
                                                   {"primaryCompletionDateStruct", "Primary completion", true},
                                                   {"completionDateStruct", "Completion", true},
                                                   {"resultsFirstPostDateStruct", "Results first posted", false},
                                                   {"lastUpdatePostDateStruct", "Last update posted", false}}};

// When a date has no type, the day of the data tells whether it can have happened.
enum class Kind : std::uint8_t { Happened, Planned };

struct Row {
    const Milestone* milestone;
    study::PartialDate date;
    Kind kind;

    std::string when() const { return date.words() + (kind == Kind::Planned ? ", planned" : ""); }
};

std::vector<Row> rows_of(const StudyView& study) {
    std::vector<Row> rows;
    const auto data_day = study::PartialDate::parse(study.request.stored.version.version_holder);
    for (const Milestone& milestone : kMilestones) {
        const study::Value value = study.status[milestone.name];
        const auto date = study::PartialDate::parse(value["date"].text());
        if (!date) continue;
        const std::string_view type = value["type"].text();
        const bool lies_ahead = milestone.is_of_study && data_day && date->first_day() > data_day->last_day();
        const bool is_planned = type == "ESTIMATED" ? milestone.is_of_study : type != "ACTUAL" && lies_ahead;
        rows.push_back({&milestone, *date, is_planned ? Kind::Planned : Kind::Happened});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.date.first_day() < b.date.first_day(); });
    return rows;
}

std::string percent(double place) { return fixed(place, 2) + "%"; }
std::string pixels(double length) { return fixed(length, 0); } // all are whole

// "Start: March 2021. Completion: 4 May 2026, planned."
std::string in_words(const std::vector<Row>& rows) {
    std::string words;
    for (const Row& row : rows) {
        words += (words.empty() ? "" : " ") + std::string(row.milestone->label) + ": " + row.when() + ".";
    }
    return words;
}

void line(Html& html, std::string_view kind, double from, double to, double top, double bottom) {
    html.open(
            "line",
            {{"class", kind}, {"x1", percent(from)}, {"x2", percent(to)}, {"y1", pixels(top)}, {"y2", pixels(bottom)}})
        .close("line");
}

void mark(Html& html, const Row& row, const TimeScale& scale, double y) {
    const bool is_planned = row.kind == Kind::Planned;
    if (row.date.is_full()) {
        html.open("circle", {{"class", is_planned ? "date planned" : "date"},
                             {"cx", percent(scale.place(row.date.first_day()))},
                             {"cy", pixels(y)},
                             {"r", "5"}})
            .close("circle");
        return;
    }
    const double from = scale.place(row.date.first_day());
    const double to = scale.place(row.date.last_day());
    html.open("rect", {{"class", is_planned ? "date planned" : "date"},
                       {"x", percent(from)},
                       {"y", pixels(y - kHalfMonth)},
                       {"width", percent(to - from)},
                       {"height", pixels(2 * kHalfMonth)}})
        .close("rect");
}

void draw_row(Html& html, const Row& row, const TimeScale& scale, std::optional<double> start, double top) {
    html.element("text", row.milestone->label, {{"class", "milestone"}, {"x", "0"}, {"y", pixels(top + kTextAt)}});
    html.element("text", row.when(), {{"class", "when"}, {"x", "100%"}, {"y", pixels(top + kTextAt)}});
    const double y = top + kTrackAt;
    line(html, "track", 0, 100, y, y);
    const double at = scale.place(row.date.first_day());
    if (row.milestone->is_of_study && start && *start < at) {
        line(html, row.kind == Kind::Planned ? "stretch planned" : "stretch", *start, at, y, y);
    }
    mark(html, row, scale, y);
}

void axis(Html& html, const TimeScale& scale, double height) {
    html.open("g", {{"class", "axis"}});
    for (const TimeScale::Tick& tick : scale.ticks()) {
        line(html, "tick", tick.place, tick.place, 4, height + 4);
        if (tick.place < 4 || tick.place > 96) continue; // the number would be cut
        html.element("text", std::to_string(tick.year),
                     {{"class", "year"}, {"x", percent(tick.place)}, {"y", pixels(height + 18)}});
    }
    html.close("g");
}

void key_to(Html& html, std::string_view kind, std::string_view words) {
    html.open("li").open("svg", {{"class", "map-key"}, {"viewBox", "0 0 16 16"}, {"aria-hidden", "true"}});
    if (kind == "stretch planned") {
        html.open("line", {{"class", kind}, {"x1", "0"}, {"x2", "16"}, {"y1", "8"}, {"y2", "8"}}).close("line");
    } else if (kind == "month") {
        html.open("rect", {{"class", "date"}, {"x", "5"}, {"y", "3"}, {"width", "6"}, {"height", "10"}}).close("rect");
    } else {
        html.open("circle", {{"class", kind}, {"cx", "8"}, {"cy", "8"}, {"r", "5"}}).close("circle");
    }
    html.close("svg").text(words).close("li");
}

void caption(Html& html, const std::vector<Row>& rows) {
    const auto any = [&](auto&& holds) { return std::any_of(rows.begin(), rows.end(), holds); };
    html.open("figcaption").open("ul", {{"class", "map-keys"}});
    if (any([](const Row& row) { return row.kind == Kind::Happened; })) key_to(html, "date", "happened");
    // Of a month in years of time nothing hollow is to be seen: its line is told apart.
    const auto is_planned = [](const Row& row) { return row.kind == Kind::Planned; };
    const auto is_planned_day = [&](const Row& row) { return is_planned(row) && row.date.is_full(); };
    if (any(is_planned)) key_to(html, any(is_planned_day) ? "date planned" : "stretch planned", "planned");
    if (any([](const Row& row) { return !row.date.is_full(); })) key_to(html, "month", "only the month is known");
    html.open("li").link("#dates", "All dates").close("li").close("ul").close("figcaption");
}

} // namespace

void time_line(Html& html, const StudyView& study) {
    const std::vector<Row> rows = rows_of(study);
    if (rows.size() < 2) return;
    std::int32_t last = rows.front().date.last_day();
    std::optional<double> start;
    for (const Row& row : rows) last = std::max(last, row.date.last_day());
    const TimeScale scale(rows.front().date.first_day(), last);
    for (const Row& row : rows) {
        if (row.milestone->name == "startDateStruct") start = scale.place(row.date.first_day());
    }
    const double height = kRow * static_cast<double>(rows.size());
    html.open("figure", {{"class", "time-line"}});
    html.open("svg", {{"width", "100%"},
                      {"height", pixels(height + kAxis)},
                      {"role", "img"},
                      {"aria-label", "Time line of the study. " + in_words(rows)}});
    axis(html, scale, height);
    double top = 0;
    for (const Row& row : rows) {
        draw_row(html, row, scale, start, top);
        top += kRow;
    }
    html.close("svg");
    caption(html, rows);
    html.close("figure");
}

} // namespace trialdex::web
