// What went wrong, group by group: deaths, serious events, other events; now and then hundreds of rows.
#include "demo/codes.h"
#include "demo/members.h"
#include "demo/results/flow.h"
#include "demo/results/results.h"
#include "demo/results/table.h"
#include "demo/words/events.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::uint64_t kTrialsWithResultsInRareCycle = 55;
constexpr int kHundredsOfRows = 640;

struct EventRow {
    const EventTerm* term = nullptr;
    std::string name;
    std::vector<int> affected; // for each group
    std::vector<int> events;
};

struct EventTotals {
    std::vector<int> affected; // participants with at least one event, for each group
    std::vector<EventRow> rows;
};

class EventWriter {
public:
    EventWriter(JsonWriter& out, const Plan& plan)
        : out_(out), plan_(plan), random_(plan.random("adverse events")), groups_(columns_of(plan, "EG")),
          many_(plan.cast.kind == Kind::TrialWithResults &&
                plan.turn().once_in(kTrialsWithResultsInRareCycle, "hundreds of events")),
          threshold_(plan.turn().deal(3, "threshold") == 0 ? 5 : 0),
          counts_events_(plan.turn().deal(2, "counts events") == 0) {}

    void write() {
        const EventTotals serious = draw(many_ ? kHundredsOfRows / 2 : random_.between(0, 9), 12, 0);
        const EventTotals other = draw(many_ ? kHundredsOfRows : random_.between(3, 36), 4, threshold_);
        out_.member("frequencyThreshold", fmt::format("{}", threshold_));
        out_.member("timeFrame",
                    fmt::format("From the first dose to 4 weeks after the last one, up to {} weeks.", plan_.weeks + 4));
        if (random_.chance(50)) {
            out_.member("description", "Asked for at each visit \\(open question, then a list of 12\\).");
        }
        if (plan_.turn().once_in(15, "mortality comment")) {
            out_.member("allCauseMortalityComment", "Deaths until one year after the study were asked for by letter.");
        }
        write_groups(serious, other);
        objects(out_, "seriousEvents", serious.rows, [&](const EventRow& row) { write_row(row, "serious"); });
        objects(out_, "otherEvents", other.rows, [&](const EventRow& row) { write_row(row, "other"); });
    }

private:
    // Rows in which at most one participant in `rarity` is affected, and somewhere more than the threshold.
    EventTotals draw(int count, int rarity, int threshold) {
        EventTotals totals;
        const std::size_t terms = event_terms().size();
        const std::size_t first = random_.below(terms);
        for (int i = 0; i < count; ++i) {
            const auto number = static_cast<std::size_t>(i);
            EventRow row;
            row.term = &event_terms()[(first + number * 7) % terms];
            const std::string_view qualifier = event_qualifiers()[number / terms % event_qualifiers().size()];
            row.name =
                qualifier.empty() ? std::string(row.term->term) : fmt::format("{}, {}", row.term->term, qualifier);
            for (const Column& group : groups_) {
                const int most = std::max(1, group.count / rarity);
                const int least = row.affected.empty() && threshold > 0 ? group.count * threshold / 100 + 1 : 0;
                row.affected.push_back(std::min(group.count, random_.between(least, std::max(least, most))));
                row.events.push_back(row.affected.back() + random_.between(0, row.affected.back()));
            }
            totals.rows.push_back(std::move(row));
        }
        std::sort(totals.rows.begin(), totals.rows.end(), [](const EventRow& a, const EventRow& b) {
            return std::tie(a.term->organ_system, a.name) < std::tie(b.term->organ_system, b.name);
        });
        count_people(totals);
        return totals;
    }

    // Somebody may have had several events: more people than in the fullest row, fewer than in all rows together.
    void count_people(EventTotals& totals) const {
        for (std::size_t group = 0; group < groups_.size(); ++group) {
            int most = 0, sum = 0;
            for (const EventRow& row : totals.rows) {
                most = std::max(most, row.affected[group]);
                sum += row.affected[group];
            }
            totals.affected.push_back(std::min(groups_[group].count, most + (sum - most) / 3));
        }
    }

    void write_groups(const EventTotals& serious, const EventTotals& other) {
        const std::vector<Period> flow = flow_of(plan_);
        list(out_, "eventGroups", [&] {
            for (std::size_t i = 0; i < groups_.size(); ++i) {
                const Column& group = groups_[i];
                element(out_, [&] {
                    out_.member("id", group.id);
                    out_.member("title", group.title);
                    text(out_, "description", group.description);
                    if (!plan_.is_old()) { // deaths are asked for since 2017
                        out_.member("deathsNumAffected", deaths_in(flow, i));
                        out_.member("deathsNumAtRisk", group.count);
                    }
                    out_.member("seriousNumAffected", serious.affected[i]);
                    out_.member("seriousNumAtRisk", group.count);
                    out_.member("otherNumAffected", other.affected[i]);
                    out_.member("otherNumAtRisk", group.count);
                });
            }
        });
    }

    void write_row(const EventRow& row, std::string_view what) {
        const Turn turn = plan_.turn().part(row_number_++ % 8, 8);
        out_.member("term", row.name);
        out_.member("organSystem", row.term->organ_system);
        if (turn.deal(4, "vocabulary") != 0) out_.member("sourceVocabulary", "MedDRA 26.1");
        out_.member("assessmentType", deal_code(turn, "EventAssessment", what));
        if (turn.deal(12, "event notes") == 0) out_.member("notes", "Judged by two physicians; \\>24 h in hospital");
        list(out_, "stats", [&] {
            for (std::size_t i = 0; i < groups_.size(); ++i) {
                element(out_, [&] {
                    out_.member("groupId", groups_[i].id);
                    if (counts_events_) out_.member("numEvents", row.events[i]);
                    out_.member("numAffected", row.affected[i]);
                    out_.member("numAtRisk", groups_[i].count);
                });
            }
        });
    }

    JsonWriter& out_;
    const Plan& plan_;
    Random random_;
    std::vector<Column> groups_;
    bool many_;
    int threshold_; // percent
    bool counts_events_;
    std::uint64_t row_number_ = 0;
};

} // namespace

void write_adverse_events(JsonWriter& out, const Plan& plan) {
    object(out, "adverseEventsModule", [&] { EventWriter(out, plan).write(); });
}

} // namespace trialdex::demo
