#include "web/pages/search/widening.h"

#include "web/pages/search/hit_list.h"
#include "web/pages/search/limits.h"
#include "web/pages/search/result_pager.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

using search::Widening;

constexpr std::uint32_t kShown = 10; // of each wider list

struct WiderReading {
    Widening how;
    std::string_view heading;
    std::string_view sentence;
};

constexpr std::array<WiderReading, 2> kReadings = {{
    {Widening::AllWordsAnywhere, "Studies with all your words anywhere",
     "Your words stand in these studies too, but elsewhere in the record, or spread over its parts. Some will be "
     "about something else."},
    {Widening::SomeWords, "Studies with some of your words",
     "These have some of the words only. The more of them a study has, the higher it stands."},
}};

// The question read more widely; nullopt when no clause can be.
std::optional<search::Query> wider_query(const Question& question, Widening how) {
    search::Query query = query_of(question);
    bool has_changed = false;
    for (search::Clause& clause : query.clauses) {
        auto wider = clause.scored ? search::widened(clause.expression, how) : std::nullopt;
        if (!wider) continue;
        clause.expression = std::move(*wider);
        has_changed = true;
    }
    if (!has_changed) return std::nullopt;
    return query;
}

bool is_in(const std::vector<search::Hit>& hits, const search::Hit& one) {
    return std::any_of(hits.begin(), hits.end(), [&](const search::Hit& hit) { return hit.id == one.id; });
}

} // namespace

Result<void> wider_lists(Html& html, const Question& question, const search::Answer& answer,
                         const search::Searcher& searcher, const store::Reader& store) {
    std::vector<search::Hit> shown = answer.hits;
    for (const WiderReading& reading : kReadings) {
        if (shown.size() >= kFewHits) return {};
        auto query = wider_query(question, reading.how);
        if (!query) continue;
        query->limit = kShown + static_cast<std::uint32_t>(shown.size());
        auto wider = searcher.search(*query);
        if (!wider) return tl::unexpected(wider.error());
        const std::uint64_t further = wider->total - std::min<std::uint64_t>(wider->total, shown.size());
        std::erase_if(wider->hits, [&](const search::Hit& hit) { return is_in(shown, hit); });
        if (wider->hits.size() > kShown) wider->hits.erase(wider->hits.begin() + kShown, wider->hits.end());
        if (wider->hits.empty()) continue;
        html.open("section", {{"class", "wider"}}).element("h2", reading.heading);
        html.element("p", std::string(reading.sentence), {{"class", "sentence"}});
        if (further > wider->hits.size()) {
            html.element("p",
                         "The first " + std::to_string(wider->hits.size()) + " of " + total_in_words(further) + ".",
                         {{"class", "note"}});
        }
        WordsSought words(query->clauses, wider->synonyms);
        if (auto listed = hit_list(html, wider->hits, words, store, 1); !listed) return listed;
        html.close("section");
        shown.insert(shown.end(), wider->hits.begin(), wider->hits.end());
    }
    return {};
}

} // namespace trialdex::web
