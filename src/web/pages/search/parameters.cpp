#include "web/pages/search/parameters.h"

#include <array>

namespace trialdex::web {

namespace {

constexpr std::array<SearchBox, 10> kBoxes = {{
    {"q", "Words", "A condition, a treatment, a place, a sponsor, a study number: in your own words.", "BasicSearch",
     "", "any", "query.term"},
    {"cond", "Condition or disease", "Such as migraine, or type 2 diabetes.", "ConditionSearch", "", "condition",
     "query.cond"},
    {"intr", "Intervention or treatment", "A drug, a device, a procedure, a kind of care.", "InterventionSearch", "",
     "intervention", "query.intr"},
    {"term", "Other terms", "Anything else that the record may say.", "BasicSearch", "", "", "query.term"},
    {"locn", "Place", "A country, state, city, postal code or facility.", "LocationSearch", "", "", "query.locn"},
    {"titles", "Title or acronym", "", "TitleSearch", "", "", "query.titles"},
    {"outc", "Outcome measure", "What the study measures.", "OutcomeSearch", "", "", "query.outc"},
    {"spons", "Sponsor or collaborator", "", "SponsorSearch", "", "sponsor", "query.spons"},
    {"lead", "Lead sponsor", "", "", "LeadSponsorName", "sponsor", "query.lead"},
    {"id", "Study numbers", "Of this registry, of another one, or the sponsor’s own.", "IdSearch", "", "", "query.id"},
}};

using Kind = SearchRange::Kind;
constexpr std::array<SearchRange, 8> kRanges = {{
    {"ageRange", "Ages that the study takes", "MinimumAge", "MaximumAge", Kind::Age},
    {"enrollment", "Number of participants", "EnrollmentCount", "EnrollmentCount", Kind::Number},
    {"start", "Study start", "StartDate", "StartDate", Kind::Date},
    {"primComp", "Primary completion", "PrimaryCompletionDate", "PrimaryCompletionDate", Kind::Date},
    {"studyComp", "Study completion", "CompletionDate", "CompletionDate", Kind::Date},
    {"firstPost", "First posted", "StudyFirstPostDate", "StudyFirstPostDate", Kind::Date},
    {"resFirstPost", "Results first posted", "ResultsFirstPostDate", "ResultsFirstPostDate", Kind::Date},
    {"lastUpdPost", "Last update posted", "LastUpdatePostDate", "LastUpdatePostDate", Kind::Date},
}};

constexpr std::array<std::string_view, 22> kBeforeFacets = {
    "q",        "cond",     "intr",      kAgeParameter, "term",         "locn",       "lat",      "lng",
    "distance", "titles",   "outc",      "spons",       "lead",         "id",         "ageRange", "enrollment",
    "start",    "primComp", "studyComp", "firstPost",   "resFirstPost", "lastUpdPost"};
constexpr std::array<std::string_view, 5> kAfterFacets = {kSynonymsParameter, kSortParameter, kSizeParameter,
                                                          kMoreParameter, kPageParameter};

} // namespace

std::span<const SearchBox> search_boxes() { return kBoxes; }

const SearchBox* find_search_box(std::string_view name) {
    for (const SearchBox& box : kBoxes) {
        if (box.name == name) return &box;
    }
    return nullptr;
}

std::span<const SearchRange> search_ranges() { return kRanges; }

std::span<const std::string_view> names_before_facets() { return kBeforeFacets; }
std::span<const std::string_view> names_after_facets() { return kAfterFacets; }

} // namespace trialdex::web
