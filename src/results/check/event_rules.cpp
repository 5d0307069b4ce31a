// Adverse events: affected against at risk, terms against their group, and whose numbers they are.
#include "results/check/columns.h"
#include "results/check/rules.h"
#include "results/check/written_number.h"

#include <fmt/format.h>
#include <map>
#include <string>

namespace trialdex::results {

namespace {

constexpr std::string_view kEvents = "resultsSection/adverseEventsModule";

struct EventsKind {
    std::string_view list; // of the module; empty for deaths, which have no terms
    std::string_view affected, at_risk;
    std::string_view words;
};
constexpr EventsKind kKinds[] = {
    {"", "deathsNumAffected", "deathsNumAtRisk", "died"},
    {"seriousEvents", "seriousNumAffected", "seriousNumAtRisk", "had a serious event"},
    {"otherEvents", "otherNumAffected", "otherNumAtRisk", "had another event"},
};

struct GroupNumbers {
    study::Value node;
    std::string path;
    bool is_used = false; // has a number of its own or in an event
};
using EventGroups = std::map<std::string_view, GroupNumbers>;

void check_group(study::Value group, const std::string& path, const EventsKind& kind, Findings& findings) {
    const auto affected = count_in(group[kind.affected]);
    const auto at_risk = count_in(group[kind.at_risk]);
    const std::string title = quoted(group["title"].text());
    if (affected && !at_risk) {
        findings.add(FindingKind::AtRiskMissing, path,
                     fmt::format("In {}, {} {}; of how many is not said.", title, counted(*affected), kind.words));
    } else if (affected && *affected > *at_risk) {
        findings.add(FindingKind::AffectedAboveAtRisk, path,
                     fmt::format("In {}, {} {}, more than the {} at risk.", title, counted(*affected), kind.words,
                                 counted(*at_risk)));
    }
}

// What the numbers of one event in one group must hold among themselves, and with the group's own number at risk where
// the event has none.
void check_stats(study::Value event, study::Value stats, study::Value group, const EventsKind& kind,
                 const std::string& path, Findings& findings) {
    const auto affected = count_in(stats["numAffected"]);
    const auto events = count_in(stats["numEvents"]);
    auto at_risk = count_in(stats["numAtRisk"]);
    if (!at_risk) at_risk = count_in(group[kind.at_risk]);
    if (!affected) return;
    const auto in_group = [&] {
        return fmt::format("{} in {}", quoted(event["term"].text()), quoted(group["title"].text()));
    };
    if (!at_risk) {
        findings.add(FindingKind::AtRiskMissing, path,
                     fmt::format("{}: {} affected; of how many is not said.", in_group(), counted(*affected)));
    } else if (*affected > *at_risk) {
        findings.add(FindingKind::AffectedAboveAtRisk, path,
                     fmt::format("{}: {} affected, more than the {} at risk.", in_group(), counted(*affected),
                                 counted(*at_risk)));
    }
    if (events && *events < *affected) {
        findings.add(FindingKind::EventsBelowAffected, path,
                     fmt::format("{}: {} events in {} participants; each of them had at least one.", in_group(),
                                 counted(*events), counted(*affected)));
    }
    if (const auto all = count_in(group[kind.affected]); all && *affected > *all) {
        findings.add(FindingKind::TermAboveGroup, path,
                     fmt::format("{}: {} affected; in the whole group {} {}.", in_group(), counted(*affected),
                                 counted(*all), kind.words));
    }
}

// Each participant who is counted in the group has at least one of the listed events. Not of other events when rarer
// ones are not listed.
void check_sums(const EventGroups& groups, const Counts& sums, const EventsKind& kind, Findings& findings) {
    for (const auto& [id, group] : groups) {
        const auto all = count_in(group.node[kind.affected]);
        const auto sum = sums.find(id);
        const std::int64_t of_terms = sum == sums.end() ? 0 : sum->second;
        if (!all || of_terms >= *all) continue;
        findings.add(FindingKind::TermsBelowGroup, group.path,
                     fmt::format("In {}, {} {}; the listed terms count {} together.",
                                 quoted(group.node["title"].text()), counted(*all), kind.words, counted(of_terms)));
    }
}

void check_list(study::Value module, const EventsKind& kind, EventGroups& groups, Findings& findings) {
    Counts sums;
    std::size_t place = 0;
    for (const study::Value event : module[kind.list]) {
        const std::string path = fmt::format("{}/{}/{}", kEvents, kind.list, place++);
        for (const study::Value stats : event["stats"]) {
            const auto group = groups.find(stats["groupId"].text());
            if (group == groups.end()) {
                findings.add(FindingKind::UnknownGroup, path,
                             fmt::format("A number of {} belongs to group {}, which is not described.",
                                         quoted(event["term"].text()), quoted(stats["groupId"].text())));
                continue;
            }
            group->second.is_used = true;
            check_stats(event, stats, group->second.node, kind, path, findings);
            if (const auto affected = count_in(stats["numAffected"])) sums[group->first] += *affected;
        }
    }
    const auto threshold = number_in(module["frequencyThreshold"].text());
    const bool lists_all = kind.list == "seriousEvents" || (threshold && threshold->value == 0);
    if (lists_all) check_sums(groups, sums, kind, findings);
}

bool has_numbers(study::Value group) {
    for (const EventsKind& kind : kKinds) {
        if (group[kind.affected] || group[kind.at_risk]) return true;
    }
    return false;
}

} // namespace

void check_events(study::Value root, Findings& findings) {
    const study::Value module = root["resultsSection"]["adverseEventsModule"];
    if (!findings.wants(kEvents) || !module) return;
    findings.begin_part();
    EventGroups groups;
    std::size_t place = 0;
    for (const study::Value group : module["eventGroups"]) {
        const std::string path = fmt::format("{}/eventGroups/{}", kEvents, place++);
        groups.emplace(group["id"].text(), GroupNumbers{group, path, has_numbers(group)});
        for (const EventsKind& kind : kKinds) check_group(group, path, kind, findings);
    }
    check_group_ids(module["eventGroups"], fmt::format("{}/eventGroups", kEvents), findings);
    for (const EventsKind& kind : kKinds) {
        if (kind.list.empty()) continue;
        findings.begin_part();
        check_list(module, kind, groups, findings);
    }
    findings.begin_part();
    place = 0;
    for (const study::Value group : module["eventGroups"]) {
        const std::string path = fmt::format("{}/eventGroups/{}", kEvents, place++);
        if (groups.at(group["id"].text()).is_used) continue;
        findings.add(FindingKind::GroupWithoutValues, path,
                     fmt::format("The group {} has no numbers of adverse events.", quoted(group["title"].text())));
    }
}

} // namespace trialdex::results
