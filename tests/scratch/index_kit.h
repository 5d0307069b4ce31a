// A registry of demo studies with its index, and questions to ask of it.
#pragma once

#include "demo/demo.h"
#include "index/index.h"
#include "search/language/parse.h"
#include "search/search.h"
#include "support/scratch_registry.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace trialdex::scratch {

// Everything the index holds is asked for by one of them: words, phrases, codes, ranges, sizes, sites, presence.
inline constexpr const char* kExpressions[] = {
    "cancer",
    "\"of the\" OR study",
    "invented AND NOT placebo",
    "AREA[Condition]disease",
    "AREA[BriefTitle]COVERAGE[EndsWith]invented",
    "AREA[LeadSponsorName]COVERAGE[FullMatch]\"University Hospital\" OR AREA[LeadSponsorName]university",
    "AREA[OverallStatus]RECRUITING",
    "AREA[Phase]PHASE2 OR AREA[Phase]PHASE3",
    "AREA[HealthyVolunteers]true",
    "AREA[StartDate]RANGE[2015-01, MAX]",
    "AREA[EnrollmentCount]RANGE[100, 500]",
    "AREA[MinimumAge]RANGE[MIN, 18 years]",
    "AREA[Condition:size]2",
    "AREA[ResultsFirstPostDate]MISSING",
    "AREA[DetailedDescription]MISSING",
    "SEARCH[Location](AREA[LocationStatus]RECRUITING AND AREA[LocationCountry]France)",
    "SEARCH[Location](AREA[LocationCity]MISSING OR NOT AREA[LocationCountry]Germany)",
    "SEARCH[Location](AREA[LocationContactName]MISSING)",
    "SEARCH[Location](AREA[LocationContact:size]RANGE[1, MAX])",
    "DISTANCE[48.85, 2.35, 300 km]",
    "ALL",
    "EXPANSION[None]invented AND AREA[Phase]NA",
    "EXPANSION[Lossy](treatment quality placebo zzz)",
    "EXPANSION[Term]\"adverse event\"",
    "TILT[StudyFirstPostDate]cancer",
    "covid-19 OR double-blind OR follow-up OR long-term",
    "participants with pain",
    "AREA[InterventionName]drug OR AREA[InterventionType]DRUG",
    "AREA[PrimaryOutcomeMeasure]change OR AREA[ArmGroupLabel]arm",
    "NCT90000001 OR heart attack",
};

class IndexedRegistry {
public:
    support::ScratchRegistry registry;

    void add_demo(std::uint64_t first, std::uint64_t count) {
        std::vector<std::string> records;
        for (std::uint64_t i = first; i < first + count; ++i) records.push_back(demo::study_json(i));
        registry.add(records);
    }

    // A newer version of a study in which some words are others.
    void change(std::uint64_t study, const std::string& word) {
        std::string record = demo::study_json(study);
        const std::string title = "\"briefTitle\":\"";
        const std::size_t at = record.find(title);
        ASSERT_NE(at, std::string::npos);
        record.insert(at + title.size(), word + " ");
        const std::string posted = "\"lastUpdatePostDateStruct\":{\"date\":\"";
        const std::size_t date = record.find(posted);
        ASSERT_NE(date, std::string::npos);
        record.replace(date + posted.size(), 4, "2099");
        registry.add({record});
    }

    index::BuildReport build(const index::BuildOptions& options = {}) {
        return report(index::build(registry.folder(), registry.store(), options));
    }
    index::BuildReport update(const index::BuildOptions& options = {}) {
        return report(index::update(registry.folder(), registry.store(), options));
    }

    std::string index_file(const std::string& name) const { return registry.folder() + "/index/" + name; }

    std::unique_ptr<search::LiveIndex> open() {
        auto live = search::open_index(registry.folder(), registry.store());
        EXPECT_TRUE(live) << (live ? "" : live.error().message);
        return live ? std::move(*live) : nullptr;
    }

private:
    static index::BuildReport report(const Result<index::BuildReport>& built) {
        EXPECT_TRUE(built) << (built ? "" : built.error().message);
        return built ? *built : index::BuildReport{};
    }
};

inline search::Query query_of(std::string_view text) {
    search::Query query;
    const auto parsed = search::parse(text, {search::find_area("BasicSearch"), nullptr});
    EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.error().detail);
    if (parsed) query.clauses.push_back({*parsed, true});
    return query;
}

// The numbers of all studies that match.
inline std::vector<std::uint32_t> matches(const search::Searcher& searcher, std::string_view text,
                                          bool synonyms = true) {
    search::Query query = query_of(text);
    query.synonyms = synonyms;
    query.sort = {{search::SortItem::By::Id, nullptr, true}};
    query.limit = 100'000;
    const auto answer = searcher.search(query);
    EXPECT_TRUE(answer) << text << ": " << (answer ? "" : answer.error().message);
    std::vector<std::uint32_t> numbers;
    if (answer) {
        for (const search::Hit& hit : answer->hits) numbers.push_back(hit.id.number());
        EXPECT_EQ(answer->total, numbers.size()) << text;
    }
    return numbers;
}

} // namespace trialdex::scratch
