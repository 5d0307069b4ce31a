#include "web/pages/results/flow_chart.h"

#include "base/fixed_number.h"
#include "results/number_text.h"
#include "web/components/entities.h"
#include "web/components/group_marks.h"
#include "web/components/text_width.h"
#include "web/components/value.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <string>
#include <vector>

namespace trialdex::web {

namespace {

using results::Departures;
using results::FlowPeriod;
using results::FlowRow;

constexpr int kWidth = 360; // the width of a phone of 400 without its margins
constexpr int kBoxWidth = 124;
constexpr int kBoxHeight = 40;
constexpr int kAside = 144; // where the box of those who left begins
constexpr int kLine = 16;   // from one line of type to the next
constexpr int kGap = 14;    // above and below the box of those who left
constexpr int kTitle = 20;  // of a period
constexpr int kThickest = 72;
constexpr std::size_t kReasonCharacters = 27; // with the count before it, at 12 pixels
constexpr std::size_t kPeriodCharacters = 46;
constexpr std::size_t kReasonsShown = 8;

std::string px(int number) { return std::to_string(number); }
std::string px(double number) { return fixed(number, 1); }

std::string people(const FlowRow* row, std::size_t group) {
    if (!row || row->figures[group].people.empty()) return "no data";
    return decode_entities(grouped(row->figures[group].people));
}

// Studies with groups of their own for a later part list all groups in all periods, with nobody in some of them.
bool was_empty(const FlowPeriod& period, std::size_t group) {
    const FlowRow* started = period.started();
    return started && results::exact_number(started->figures[group].people) == 0.0;
}

// What stands in the box of those who left: a head line and a line for each reason.
std::vector<std::string> aside_lines(const FlowPeriod& period, std::size_t group) {
    if (was_empty(period, group)) return {"Nobody started"};
    const Departures left = results::departures(period, group);
    std::vector<std::string> lines;
    const std::string count = left.count.empty() ? std::string() : decode_entities(grouped(left.count));
    if (left.reasons == Departures::Reasons::NobodyLeft) return {"Nobody left"};
    if (left.reasons == Departures::Reasons::NoData) return {"No data on who left"};
    lines.push_back(count.empty() ? "Some left" : "Left: " + count);
    if (left.reasons == Departures::Reasons::NotGiven) {
        lines.emplace_back("no reasons given");
        return lines;
    }
    for (std::size_t i = 0; i < left.because.size(); ++i) {
        if (i == kReasonsShown && left.because.size() > kReasonsShown + 1) {
            lines.emplace_back("more in the table below");
            break;
        }
        const FlowRow& reason = *left.because[i];
        const std::string number = decode_entities(grouped(reason.figures[group].people)) + " ";
        const std::size_t room = kReasonCharacters - std::min(kReasonCharacters, text_width(number));
        lines.push_back(number + isolated(nodes::shortened(reason.label, room)));
    }
    return lines;
}

// The drawing of one group in words.
std::string in_words(const results::ParticipantFlow& flow, std::size_t group) {
    std::string words;
    for (const FlowPeriod& period : flow.periods) {
        words += nodes::shortened(period.title, kPeriodCharacters) + ": started " + people(period.started(), group) +
                 ", completed " + people(period.completed(), group) + ". ";
        for (const std::string& line : aside_lines(period, group)) words += line + "; ";
    }
    return words;
}

class GroupDrawing {
public:
    // `heights`: of each period's part between its boxes, the same for all groups so that their boxes stand in line.
    GroupDrawing(Html& html, const results::ParticipantFlow& flow, std::size_t group, const std::vector<int>& heights)
        : html_(html), flow_(flow), group_(group), heights_(heights) {}

    void write() {
        int height = 0;
        for (std::size_t i = 0; i < flow_.periods.size(); ++i) height += height_of(i);
        html_.open("svg", {{"class", "flow-chart"},
                           {"role", "img"},
                           {"aria-label", in_words(flow_, group_)},
                           {"width", px(kWidth)},
                           {"height", px(height)},
                           {"viewBox", "0 0 " + px(kWidth) + " " + px(height)}});
        int y = 0;
        for (std::size_t i = 0; i < flow_.periods.size(); ++i) {
            period(flow_.periods[i], y, heights_[i]);
            y += height_of(i);
        }
        html_.close("svg");
    }

private:
    // A period without anybody is one line; room for boxes that are not there would look like a fault.
    int height_of(std::size_t period) const {
        if (was_empty(flow_.periods[period], group_)) return kTitle + kBoxHeight + kGap;
        return kTitle + 2 * kBoxHeight + heights_[period] + kGap;
    }

    void text(int x, int y, std::string_view words, Literal name, std::string_view anchor = "start") {
        html_.element("text", words, {{"class", name.view()}, {"x", px(x)}, {"y", px(y)}, {"text-anchor", anchor}});
    }

    void box(int y, std::string_view label, const std::string& number) {
        html_.open("rect", {{"class", "flow-box"},
                            {"x", "1"},
                            {"y", px(y)},
                            {"width", px(kBoxWidth - 2)},
                            {"height", px(kBoxHeight)},
                            {"rx", "3"}});
        html_.close("rect");
        text(kBoxWidth / 2, y + 16, label, "flow-label", "middle");
        text(kBoxWidth / 2, y + 33, number, "flow-number", "middle");
    }

    // From all who started to the share that completed.
    void connection(const FlowPeriod& period, int from, int to) {
        const FlowRow* started = period.started();
        const FlowRow* completed = period.completed();
        const auto first = started ? results::exact_number(started->figures[group_].people) : std::nullopt;
        const auto last = completed ? results::exact_number(completed->figures[group_].people) : std::nullopt;
        if (first && *first <= 0) return;
        const double share = first && last && *first > 0 ? std::clamp(*last / *first, 0.0, 1.0) : 0;
        const double middle = kBoxWidth / 2.0;
        const double wide = first && last ? kThickest / 2.0 : 0.5;
        const double narrow = std::max(0.5, share * kThickest / 2.0);
        const std::string points = px(middle - wide) + "," + px(from) + " " + px(middle + wide) + "," + px(from) + " " +
                                   px(middle + narrow) + "," + px(to) + " " + px(middle - narrow) + "," + px(to);
        const std::string classes = "flow-stream mark " + series_class(group_);
        html_.open("polygon", {{"class", classes}, {"points", points}}).close("polygon");
    }

    void aside(const FlowPeriod& period, int y, int branch_from) {
        const std::vector<std::string> lines = aside_lines(period, group_);
        const int height = static_cast<int>(lines.size()) * kLine + 10;
        html_.open("line", {{"class", "flow-branch"},
                            {"x1", px(branch_from)},
                            {"x2", px(kAside)},
                            {"y1", px(y + 13)},
                            {"y2", px(y + 13)}});
        html_.close("line");
        html_.open("rect", {{"class", "flow-aside"},
                            {"x", px(kAside)},
                            {"y", px(y)},
                            {"width", px(kWidth - kAside - 1)},
                            {"height", px(height)},
                            {"rx", "3"}});
        html_.close("rect");
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const int base = y + 17 + static_cast<int>(i) * kLine;
            if (i == 0) text(kAside + 8, base, lines[i], "flow-label");
            if (i > 0) text(kAside + 8, base, lines[i], "flow-reason");
        }
    }

    void period(const FlowPeriod& period, int y, int between) {
        text(1, y + 13, nodes::shortened(period.title, kPeriodCharacters), "flow-period");
        const int top = y + kTitle;
        const int bottom = top + kBoxHeight + between;
        if (!was_empty(period, group_)) connection(period, top + kBoxHeight, bottom);
        box(top, "Started", people(period.started(), group_));
        if (was_empty(period, group_)) {
            aside(period, top + (kBoxHeight - kLine - 10) / 2, kBoxWidth - 1);
            return;
        }
        aside(period, top + kBoxHeight + kGap, kBoxWidth / 2);
        box(bottom, "Completed", people(period.completed(), group_));
    }

    Html& html_;
    const results::ParticipantFlow& flow_;
    std::size_t group_;
    const std::vector<int>& heights_;
};

} // namespace

void flow_chart(Html& html, const results::ParticipantFlow& flow) {
    if (flow.periods.empty() || flow.groups.empty()) return;
    std::vector<int> heights;
    for (const FlowPeriod& period : flow.periods) {
        std::size_t most = 1;
        for (std::size_t group = 0; group < flow.groups.size(); ++group) {
            most = std::max(most, aside_lines(period, group).size());
        }
        heights.push_back(static_cast<int>(most) * kLine + 10 + 2 * kGap);
    }
    const bool is_folded = flow.groups.size() > kOpenFlowGroups;
    if (is_folded) {
        html.open("details").element("summary",
                                     "Show the flow charts of the " + std::to_string(flow.groups.size()) + " groups");
    }
    html.open("div", {{"class", "flow-charts"}});
    for (const results::Group& group : flow.groups.all()) {
        html.open("figure", {{"class", "picture"}}).open("figcaption");
        group_marker(html, group.position);
        html.text(" ").open("strong");
        group_title(html, group);
        html.close("strong").close("figcaption");
        GroupDrawing(html, flow, group.position, heights).write();
        html.close("figure");
    }
    html.close("div");
    html.element("p",
                 "The band between two boxes narrows by the share of the group that left. What “not completed” means "
                 "is each study’s own definition.",
                 {{"class", "note"}});
    if (is_folded) html.close("details");
}

} // namespace trialdex::web
