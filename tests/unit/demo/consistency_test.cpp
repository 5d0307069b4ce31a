// What the parts of an invented record say must agree, as in a real one.
#include "study/partial_date.h"
#include "unit/demo/studies.h"

#include <algorithm>
#include <charconv>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace trialdex::demo {
namespace {

using study::Value;

int number(Value value) {
    int result = -1;
    std::from_chars(value.text().data(), value.text().data() + value.text().size(), result);
    return result;
}

std::set<std::string> texts(Value list) {
    std::set<std::string> found;
    for (const Value value : list) found.emplace(value.text());
    return found;
}

template <class Check> void for_each_study(Check&& check) {
    for (const study::Document& document : first_studies()) {
        SCOPED_TRACE(nct_id(document.root()));
        check(document.root());
    }
}

Value status_of(Value root) { return root["protocolSection"]["statusModule"]; }

TEST(DemoConsistency, ArmsAndInterventionsPointToEachOther) {
    for_each_study([](Value root) {
        const Value module = root["protocolSection"]["armsInterventionsModule"];
        std::set<std::string> labels, from_arms, from_interventions;
        for (const Value arm : module["armGroups"]) {
            EXPECT_TRUE(labels.emplace(arm["label"].text()).second) << arm["label"].text();
            for (const std::string& name : texts(arm["interventionNames"])) {
                from_arms.insert(std::string(arm["label"].text()) + " <- " + name);
            }
        }
        for (const Value intervention : module["interventions"]) {
            const auto* type = schema::find_enum("InterventionType")->find(intervention["type"].text());
            ASSERT_NE(type, nullptr);
            for (const std::string& label : texts(intervention["armGroupLabels"])) {
                EXPECT_TRUE(labels.contains(label)) << label;
                from_interventions.insert(label + " <- " + std::string(type->legacy) + ": " +
                                          std::string(intervention["name"].text()));
            }
        }
        EXPECT_EQ(from_arms, from_interventions);
    });
}

TEST(DemoConsistency, ResultsAreThereWhenTheRecordSaysSo) {
    for_each_study([](Value root) {
        const bool has_results = *root["hasResults"].boolean();
        EXPECT_EQ(static_cast<bool>(root["resultsSection"]), has_results);
        EXPECT_EQ(static_cast<bool>(status_of(root)["resultsFirstSubmitDate"]), has_results);
        EXPECT_EQ(root["derivedSection"]["miscInfoModule"]["versionHolder"].text(), kDataDate);
    });
}

// First and last day that a date can mean; a date that is not there binds nothing.
void expect_order(Value earlier, Value later) {
    if (!earlier || !later) return;
    const auto a = study::PartialDate::parse(earlier.text()), b = study::PartialDate::parse(later.text());
    ASSERT_TRUE(a && b);
    EXPECT_LE(a->first_day(), b->last_day()) << earlier.key() << " " << earlier.text() << ", " << later.text();
}

TEST(DemoConsistency, DatesComeInOrder) {
    for_each_study([&](Value root) {
        const Value status = status_of(root);
        const auto posting = [&](const char* submitted, const char* checked, const char* posted) {
            expect_order(status[submitted], status[checked]);
            expect_order(status[checked], status[posted]["date"]);
            expect_order(status[posted]["date"], status["lastUpdatePostDateStruct"]["date"]);
            expect_order(status["primaryCompletionDateStruct"]["date"],
                         std::string_view(submitted) == "studyFirstSubmitDate" ? Value() : status[submitted]);
        };
        posting("studyFirstSubmitDate", "studyFirstSubmitQcDate", "studyFirstPostDateStruct");
        posting("resultsFirstSubmitDate", "resultsFirstSubmitQcDate", "resultsFirstPostDateStruct");
        posting("dispFirstSubmitDate", "dispFirstSubmitQcDate", "dispFirstPostDateStruct");
        expect_order(status["studyFirstSubmitDate"], status["lastUpdateSubmitDate"]);
        expect_order(status["lastUpdateSubmitDate"], status["lastUpdatePostDateStruct"]["date"]);
        expect_order(status["lastUpdatePostDateStruct"]["date"],
                     root["derivedSection"]["miscInfoModule"]["versionHolder"]);
        expect_order(status["startDateStruct"]["date"], status["primaryCompletionDateStruct"]["date"]);
        expect_order(status["primaryCompletionDateStruct"]["date"], status["completionDateStruct"]["date"]);
        for (const char* field : {"startDateStruct", "primaryCompletionDateStruct", "completionDateStruct"}) {
            if (status[field]["type"].text() == "ACTUAL")
                expect_order(status[field]["date"], status["lastUpdateSubmitDate"]);
        }
    });
}

TEST(DemoConsistency, StatusFitsTheRest) {
    for_each_study([](Value root) {
        const Value status = status_of(root);
        const std::string_view overall = status["overallStatus"].text();
        EXPECT_EQ(static_cast<bool>(status["lastKnownStatus"]), overall == "UNKNOWN");
        const bool stopped = overall == "TERMINATED" || overall == "WITHDRAWN" || overall == "SUSPENDED";
        EXPECT_TRUE(stopped || !status["whyStopped"]);
        const Value enrollment = root["protocolSection"]["designModule"]["enrollmentInfo"];
        if (overall == "WITHDRAWN" && enrollment) {
            EXPECT_EQ(number(enrollment["count"]), 0);
        }
        if (overall == "COMPLETED" && enrollment) {
            EXPECT_EQ(enrollment["type"].text(), "ACTUAL");
        }
    });
}

TEST(DemoConsistency, WithheldStudiesSayAlmostNothing) {
    int withheld = 0;
    for_each_study([&](Value root) {
        if (status_of(root)["overallStatus"].text() != "WITHHELD") return;
        ++withheld;
        EXPECT_EQ(root["protocolSection"].size(), 3U);
        EXPECT_EQ(root["protocolSection"]["sponsorCollaboratorsModule"]["leadSponsor"]["name"].text(), "[Redacted]");
        EXPECT_TRUE(status_of(root)["delayedPosting"].boolean().value_or(false));
    });
    EXPECT_EQ(withheld, 10);
}

TEST(DemoConsistency, ExpandedAccessIsPointedToFromBothSides) {
    std::map<std::string, int> pointers;
    std::map<std::string, Value> records;
    for_each_study([&](Value root) {
        records[std::string(nct_id(root))] = root;
        const Value info = status_of(root)["expandedAccessInfo"];
        EXPECT_EQ(static_cast<bool>(info["nctId"]), info["hasExpandedAccess"].boolean().value_or(false));
        if (info["nctId"]) ++pointers[std::string(info["nctId"].text())];
    });
    std::set<std::string> kinds;
    for (const auto& [id, root] : records) {
        const Value design = root["protocolSection"]["designModule"];
        EXPECT_EQ(number(design["nPtrsToThisExpAccNctId"]),
                  design["studyType"].text() == "EXPANDED_ACCESS" ? pointers[id] : -1);
        for (const Value kind : design["expandedAccessTypes"]) kinds.emplace(kind.key());
    }
    EXPECT_EQ(kinds, (std::set<std::string>{"individual", "intermediate", "treatment"}));
    for_each_study([&](Value root) {
        const Value info = status_of(root)["expandedAccessInfo"];
        if (!info["nctId"]) return;
        const Value other = records.at(std::string(info["nctId"].text()));
        const bool unknown = status_of(other)["overallStatus"].text() == "UNKNOWN";
        EXPECT_EQ(info["statusForNctId"].text(), unknown ? "" : status_of(other)["overallStatus"].text());
        const auto product = [](Value record) {
            return record["protocolSection"]["armsInterventionsModule"]["interventions"].at(0)["name"].text();
        };
        EXPECT_EQ(product(root), product(other));
    });
}

std::set<std::string> ids_of(Value groups, std::string_view prefix) {
    std::set<std::string> ids;
    for (const Value group : groups) {
        EXPECT_TRUE(ids.emplace(group["id"].text()).second);
        EXPECT_EQ(group["id"].text().substr(0, 2), prefix);
        EXPECT_FALSE(group["title"].text().empty());
    }
    return ids;
}

// Every groupId below `value` names one of the groups.
void expect_known_groups(Value value, const std::set<std::string>& ids) {
    if (value.key() == "groupId") {
        EXPECT_TRUE(ids.contains(std::string(value.text()))) << value.text();
    }
    if (value.key() == "groupIds") {
        for (const std::string& id : texts(value)) EXPECT_TRUE(ids.contains(id)) << id;
    }
    for (const Value child : value) expect_known_groups(child, ids);
}

TEST(DemoConsistency, GroupIdsAreThoseOfTheirModule) {
    for_each_study([](Value root) {
        const Value results = root["resultsSection"];
        expect_known_groups(results["participantFlowModule"], ids_of(results["participantFlowModule"]["groups"], "FG"));
        expect_known_groups(results["baselineCharacteristicsModule"],
                            ids_of(results["baselineCharacteristicsModule"]["groups"], "BG"));
        expect_known_groups(results["adverseEventsModule"],
                            ids_of(results["adverseEventsModule"]["eventGroups"], "EG"));
        for (const Value measure : results["outcomeMeasuresModule"]["outcomeMeasures"]) {
            expect_known_groups(measure, ids_of(measure["groups"], "OG"));
        }
    });
}

// Numbers by group id.
std::map<std::string, int> by_group(Value list, std::string_view field) {
    std::map<std::string, int> numbers;
    for (const Value entry : list) numbers[std::string(entry["groupId"].text())] = number(entry[field]);
    return numbers;
}

std::map<std::string, std::map<std::string, int>> milestones_of(Value period) {
    std::map<std::string, std::map<std::string, int>> milestones;
    for (const Value milestone : period["milestones"]) {
        milestones[std::string(milestone["type"].text())] = by_group(milestone["achievements"], "numSubjects");
    }
    return milestones;
}

TEST(DemoConsistency, ParticipantsFlowWithoutLoss) {
    for_each_study([](Value root) {
        const Value flow = root["resultsSection"]["participantFlowModule"];
        std::map<std::string, int> present;
        for (const Value period : flow["periods"]) {
            auto milestones = milestones_of(period);
            std::map<std::string, int> reasons;
            for (const Value reason : period["dropWithdraws"]) {
                for (const auto& [id, count] : by_group(reason["reasons"], "numSubjects")) reasons[id] += count;
            }
            for (const auto& [id, started] : milestones["STARTED"]) {
                EXPECT_EQ(started, milestones["COMPLETED"][id] + milestones["NOT COMPLETED"][id]);
                EXPECT_EQ(milestones["NOT COMPLETED"][id], reasons[id]);
            }
            if (present.empty()) {
                int all = 0;
                for (const auto& [id, started] : milestones["STARTED"]) all += started;
                EXPECT_EQ(all, number(root["protocolSection"]["designModule"]["enrollmentInfo"]["count"]));
            } else {
                EXPECT_EQ(milestones["STARTED"], present);
            }
            present = milestones["COMPLETED"];
        }
    });
}

// Denominators of a measure in the units that it counts, the nearest first: class, measure, module.
std::map<std::string, int> denominators(std::initializer_list<Value> places, std::string_view units) {
    for (const Value place : places) {
        for (const Value denominator : place["denoms"]) {
            if (denominator["units"].text() == units) return by_group(denominator["counts"], "value");
        }
    }
    return {};
}

// Participants (or units) of all categories of a class are the denominator; of a single one, at most that.
void expect_counts_add_up(Value measure, Value module) {
    const std::string_view param = measure["paramType"].text();
    if (param != "COUNT_OF_PARTICIPANTS" && param != "COUNT_OF_UNITS") return;
    const Value selected = measure["denomUnitsSelected"];
    const std::string_view units = selected ? selected.text() : "Participants";
    for (const Value row : measure["classes"]) {
        auto denominator = denominators({row, measure, module}, units);
        ASSERT_FALSE(denominator.empty()) << measure["title"].text();
        std::map<std::string, int> sum;
        for (const Value category : row["categories"]) {
            for (const auto& [id, count] : by_group(category["measurements"], "value")) sum[id] += count;
        }
        for (const auto& [id, count] : sum) {
            if (row["categories"].size() > 1) {
                EXPECT_EQ(count, denominator[id]) << measure["title"].text() << " " << id;
            }
            EXPECT_LE(count, denominator[id]) << measure["title"].text() << " " << id;
        }
    }
}

TEST(DemoConsistency, CountsAddUp) {
    for_each_study([](Value root) {
        const Value baseline = root["resultsSection"]["baselineCharacteristicsModule"];
        for (const Value measure : baseline["measures"]) expect_counts_add_up(measure, baseline);
        for (const Value measure : root["resultsSection"]["outcomeMeasuresModule"]["outcomeMeasures"]) {
            expect_counts_add_up(measure, measure);
        }
    });
}

TEST(DemoConsistency, TheTotalOfTheBaselineIsTheSumOfItsGroups) {
    for_each_study([](Value root) {
        const Value baseline = root["resultsSection"]["baselineCharacteristicsModule"];
        std::string total;
        for (const Value group : baseline["groups"]) {
            if (group["title"].text() == "Total") total = group["id"].text();
        }
        const auto expect_sum = [&](const std::map<std::string, int>& numbers) {
            int sum = 0;
            for (const auto& [id, count] : numbers) sum += id == total ? 0 : count;
            EXPECT_EQ(sum, numbers.at(total));
        };
        for (const Value denominator : baseline["denoms"]) expect_sum(by_group(denominator["counts"], "value"));
        for (const Value measure : baseline["measures"]) {
            if (!measure["paramType"].text().starts_with("COUNT_OF_")) continue;
            for (const Value row : measure["classes"]) {
                for (const Value category : row["categories"]) expect_sum(by_group(category["measurements"], "value"));
            }
        }
    });
}

void expect_event_rows(Value rows, const std::map<std::string, int>& affected,
                       const std::map<std::string, int>& at_risk) {
    std::map<std::string, int> most, sum;
    for (const Value row : rows) {
        for (const Value stats : row["stats"]) {
            const std::string id(stats["groupId"].text());
            const int count = number(stats["numAffected"]);
            most[id] = std::max(most[id], count);
            sum[id] += count;
            EXPECT_LE(count, number(stats["numAtRisk"]));
            EXPECT_EQ(number(stats["numAtRisk"]), at_risk.at(id));
            if (stats["numEvents"]) {
                EXPECT_GE(number(stats["numEvents"]), count);
            }
        }
    }
    for (const auto& [id, count] : affected) {
        EXPECT_GE(count, most[id]);
        EXPECT_LE(count, std::min(sum[id], at_risk.at(id)));
    }
}

TEST(DemoConsistency, AdverseEventsFitTheirGroups) {
    for_each_study([](Value root) {
        const Value events = root["resultsSection"]["adverseEventsModule"];
        std::map<std::string, int> serious, other, at_risk;
        for (const Value group : events["eventGroups"]) {
            const std::string id(group["id"].text());
            serious[id] = number(group["seriousNumAffected"]);
            other[id] = number(group["otherNumAffected"]);
            at_risk[id] = number(group["seriousNumAtRisk"]);
            EXPECT_EQ(at_risk[id], number(group["otherNumAtRisk"]));
            EXPECT_LE(number(group["deathsNumAffected"]), at_risk[id]);
        }
        expect_event_rows(events["seriousEvents"], serious, at_risk);
        expect_event_rows(events["otherEvents"], other, at_risk);
    });
}

TEST(DemoConsistency, DeathsInFlowAndSafetyTablesAgree) {
    for_each_study([](Value root) {
        const Value results = root["resultsSection"];
        std::map<std::string, int> deaths;
        for (const Value period : results["participantFlowModule"]["periods"]) {
            for (const Value reason : period["dropWithdraws"]) {
                if (reason["type"].text() != "Death") continue;
                for (const auto& [id, count] : by_group(reason["reasons"], "numSubjects"))
                    deaths["EG" + id.substr(2)] += count;
            }
        }
        for (const Value group : results["adverseEventsModule"]["eventGroups"]) {
            if (!group["deathsNumAffected"]) continue;
            EXPECT_EQ(number(group["deathsNumAffected"]), deaths[std::string(group["id"].text())]);
        }
    });
}

TEST(DemoConsistency, AnnotationsTellTheSameStoryAsTheTracking) {
    for_each_study([](Value root) {
        const Value annotations = root["annotationSection"]["annotationModule"];
        const Value tracking = root["derivedSection"]["miscInfoModule"]["submissionTracking"];
        std::vector<std::string> told, tracked;
        for (const Value event : annotations["unpostedAnnotation"]["unpostedEvents"]) {
            told.push_back(std::string(event["type"].text()) + " " + std::string(event["date"].text()));
        }
        for (const Value one : tracking["submissionInfos"]) {
            tracked.push_back("RELEASE " + std::string(one["releaseDate"].text()));
            if (one["unreleaseDate"] || one["unreleaseDateUnknown"]) {
                tracked.push_back("UNRELEASE " + std::string(one["unreleaseDate"].text()));
            }
            if (one["resetDate"]) tracked.push_back("RESET " + std::string(one["resetDate"].text()));
        }
        EXPECT_EQ(told, tracked);
        EXPECT_TRUE(told.empty() || !*root["hasResults"].boolean());
        EXPECT_EQ(static_cast<bool>(annotations["violationAnnotation"]),
                  root["protocolSection"]["oversightModule"]["fdaaa801Violation"].boolean().value_or(false));
    });
}

TEST(DemoConsistency, EveryStateOfResultsOccurs) {
    std::map<std::string, int> states;
    for_each_study([&](Value root) {
        const Value status = status_of(root);
        if (*root["hasResults"].boolean()) ++states["posted"];
        if (root["annotationSection"]["annotationModule"]["unpostedAnnotation"]) ++states["submitted"];
        if (status["dispFirstSubmitDate"] && !*root["hasResults"].boolean()) ++states["certificate"];
        if (status["resultsWaived"]) ++states["waived"];
    });
    for (const char* state : {"posted", "submitted", "certificate", "waived"}) EXPECT_GE(states[state], 4) << state;
}

} // namespace
} // namespace trialdex::demo
