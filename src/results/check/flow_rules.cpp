// Participant flow: in each period and group those who completed and those who left make those who started, the reasons
// make those who left, and no period begins with people from nowhere.
#include "results/check/columns.h"
#include "results/check/rules.h"
#include "results/check/written_number.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fmt/format.h>
#include <numeric>
#include <string>

namespace trialdex::results {

namespace {

constexpr std::string_view kFlow = "resultsSection/participantFlowModule";

struct Period {
    study::Value node;
    std::string path;
    Counts started, completed, left;
};

const std::int64_t* count_of(const Counts& counts, std::string_view group) {
    const auto found = counts.find(group);
    return found == counts.end() ? nullptr : &found->second;
}

std::int64_t sum_of(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& count) { return sum + count.second; });
}

Period read_period(study::Value node, std::size_t place) {
    Period period{node, fmt::format("{}/periods/{}", kFlow, place), {}, {}, {}};
    for (const study::Value milestone : node["milestones"]) {
        const std::string_view type = milestone["type"].text();
        Counts* counts = type == "STARTED"         ? &period.started
                         : type == "COMPLETED"     ? &period.completed
                         : type == "NOT COMPLETED" ? &period.left
                                                   : nullptr;
        if (counts == nullptr) continue;
        for (const study::Value achievement : milestone["achievements"]) {
            if (const auto count = count_in(achievement["numSubjects"])) {
                (*counts)[achievement["groupId"].text()] = *count;
            }
        }
    }
    return period;
}

void check_sums(const Period& period, const Groups& groups, Findings& findings) {
    for (const auto& [group, started] : period.started) {
        const std::int64_t* completed = count_of(period.completed, group);
        const std::int64_t* left = count_of(period.left, group);
        if (completed && left && *completed + *left != started) {
            findings.add(FindingKind::FlowSum, period.path,
                         fmt::format("In {}, {} started, {} completed and {} did not: together {}.",
                                     quoted_title(groups, group), counted(started), counted(*completed), counted(*left),
                                     counted(*completed + *left)));
        } else if (completed && *completed > started) {
            findings.add(FindingKind::FlowSum, period.path,
                         fmt::format("In {}, {} completed the period, more than the {} who started it.",
                                     quoted_title(groups, group), counted(*completed), counted(started)));
        }
    }
}

// Only of groups for which reasons are given: none given is no contradiction.
void check_reasons(const Period& period, const Groups& groups, Findings& findings) {
    Counts reasons;
    for (const study::Value reason : period.node["dropWithdraws"]) {
        for (const study::Value count : reason["reasons"]) {
            if (const auto people = count_in(count["numSubjects"])) reasons[count["groupId"].text()] += *people;
        }
    }
    for (const auto& [group, people] : reasons) {
        const std::int64_t* left = count_of(period.left, group);
        const std::int64_t* started = count_of(period.started, group);
        const std::int64_t* completed = count_of(period.completed, group);
        if (!left && !(started && completed)) continue;
        const std::int64_t gone = left ? *left : *started - *completed;
        if (people == gone || people == 0) continue;
        findings.add(FindingKind::FlowReasons, period.path,
                     fmt::format("In {}, {} did not complete, and the reasons add up to {}.",
                                 quoted_title(groups, group), counted(gone), counted(people)));
    }
}

void check_period_groups(const Period& period, const Groups& groups, Findings& findings) {
    const auto check = [&](study::Value counts, const std::string& path) {
        for (const study::Value count : counts) {
            const std::string_view group = count["groupId"].text();
            if (groups.find(group)) continue;
            findings.add(
                FindingKind::UnknownGroup, path,
                fmt::format("A number belongs to group {}, which the record does not describe.", quoted(group)));
        }
    };
    std::size_t place = 0;
    for (const study::Value milestone : period.node["milestones"]) {
        check(milestone["achievements"], fmt::format("{}/milestones/{}", period.path, place++));
    }
    place = 0;
    for (const study::Value reason : period.node["dropWithdraws"]) {
        check(reason["reasons"], fmt::format("{}/dropWithdraws/{}", period.path, place++));
    }
}

// "Includes randomized participants only": who is counted at the start is said.
bool has_comments(const Period& period) {
    for (const study::Value milestone : period.node["milestones"]) {
        if (milestone["type"].text() != "STARTED") continue;
        if (!milestone["comment"].text().empty()) return true;
        for (const study::Value achievement : milestone["achievements"]) {
            if (!achievement["comment"].text().empty()) return true;
        }
    }
    return false;
}

// Participants may move between groups, join in new groups, and be followed after they left: none of that is odd (all
// 29 real periods that begin with more than completed the one before are of these kinds). Odd is a period in which the
// groups that were there before begin with more people than all groups of any earlier period did.
void check_next(const std::vector<Period>& periods, std::size_t place, Findings& findings) {
    if (place == 0) return;
    const Period& before = periods[place - 1];
    std::int64_t most = 0;
    for (std::size_t i = 0; i < place; ++i) most = std::max(most, sum_of(periods[i].started));
    std::int64_t again = 0;
    for (const auto& [group, started] : periods[place].started) {
        const std::int64_t* earlier = count_of(before.started, group);
        if (earlier && *earlier > 0) again += started;
    }
    if (again <= most || has_comments(periods[place])) return;
    findings.add(FindingKind::FlowNextPeriod, periods[place].path,
                 fmt::format("{} participants began {}, in groups that were there in the period before; {} began that "
                             "period, in all groups.",
                             counted(again), quoted(periods[place].node["title"].text()),
                             counted(sum_of(before.started))));
}

// Whether a text names the number by itself: "738 participants enrolled, 686 randomized", "1,531".
bool mentions(std::string_view text, std::int64_t number) {
    for (std::size_t i = 0; i < text.size();) {
        std::string digits;
        while (i < text.size() &&
               (std::isdigit(static_cast<unsigned char>(text[i])) != 0 || (text[i] == ',' && !digits.empty()))) {
            if (text[i] != ',') digits += text[i];
            ++i;
        }
        if (!digits.empty() && digits == fmt::format("{}", number)) return true;
        if (digits.empty()) ++i;
    }
    return false;
}

// People leave between consent and the start, and nearly all sponsors say so, in numbers, in words ("seven were not
// treated") or by arm. So nothing is odd where a text tells what went before, or names one of the numbers elsewhere; of
// 88 real records in which the numbers differ, 3 are left.
bool is_explained(study::Value results, const Period& first, std::int64_t enrolled, std::int64_t started) {
    const study::Value flow = results["participantFlowModule"];
    if (!flow["preAssignmentDetails"].text().empty() || has_comments(first)) return true;
    const std::string_view texts[] = {flow["recruitmentDetails"].text(),
                                      results["baselineCharacteristicsModule"]["populationDescription"].text(),
                                      results["moreInfoModule"]["limitationsAndCaveats"]["description"].text()};
    return std::any_of(std::begin(texts), std::end(texts), [&](std::string_view text) {
        return mentions(text, enrolled) || mentions(text, started) || mentions(text, std::abs(enrolled - started));
    });
}

// Whether a group begins in a later period: new participants, or the same in another group, which cannot be told apart.
bool begins_later(const std::vector<Period>& periods) {
    for (std::size_t i = 1; i < periods.size(); ++i) {
        for (const auto& [group, started] : periods[i].started) {
            const std::int64_t* first = count_of(periods.front().started, group);
            if (started > 0 && (first == nullptr || *first == 0)) return true;
        }
    }
    return false;
}

// A flow in which nobody starts is one that was not reported.
void check_enrolment(study::Value root, const std::vector<Period>& periods, Findings& findings) {
    const study::Value enrolment = root["protocolSection"]["designModule"]["enrollmentInfo"];
    const auto enrolled = count_in(enrolment["count"]);
    const std::int64_t started = sum_of(periods.front().started);
    if (!enrolled || enrolment["type"].text() == "ESTIMATED" || started == 0 || *enrolled == started) return;
    if (begins_later(periods) || is_explained(root["resultsSection"], periods.front(), *enrolled, started)) return;
    findings.add(
        FindingKind::Enrolment, periods.front().path,
        fmt::format("The record gives {} participants as enrolled and {} as starting the {}, without a word on "
                    "the difference.",
                    counted(*enrolled), counted(started), periods.size() == 1 ? "study" : "first period"));
}

void check_used(const std::vector<Period>& periods, const Groups& groups, Findings& findings) {
    for (const Group& group : groups.all()) {
        const bool has_numbers = std::any_of(periods.begin(), periods.end(), [&](const Period& period) {
            for (const study::Value milestone : period.node["milestones"]) {
                for (const study::Value count : milestone["achievements"]) {
                    if (count["groupId"].text() == group.id) return true;
                }
            }
            return false;
        });
        if (has_numbers) continue;
        findings.add(FindingKind::GroupWithoutValues, fmt::format("{}/groups/{}", kFlow, group.position),
                     fmt::format("The group {} has no numbers in any period.", quoted(group.title)));
    }
}

} // namespace

void check_flow(study::Value root, Findings& findings) {
    const study::Value flow = root["resultsSection"]["participantFlowModule"];
    if (!findings.wants(kFlow) || flow["periods"].size() == 0) return;
    const Groups groups(flow["groups"]);
    std::vector<Period> periods;
    for (const study::Value node : flow["periods"]) periods.push_back(read_period(node, periods.size()));
    findings.begin_part();
    check_group_ids(flow["groups"], fmt::format("{}/groups", kFlow), findings);
    check_used(periods, groups, findings);
    check_enrolment(root, periods, findings);
    for (std::size_t place = 0; place < periods.size(); ++place) {
        findings.begin_part();
        check_next(periods, place, findings);
        check_sums(periods[place], groups, findings);
        check_reasons(periods[place], groups, findings);
        check_period_groups(periods[place], groups, findings);
    }
}

} // namespace trialdex::results
