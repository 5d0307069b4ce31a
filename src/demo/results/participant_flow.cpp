#include "demo/members.h"
#include "demo/results/flow.h"
#include "demo/results/results.h"
#include "demo/results/table.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

class FlowWriter {
public:
    FlowWriter(JsonWriter& out, const Plan& plan)
        : out_(out), plan_(plan), groups_(columns_of(plan, "FG")), random_(plan.random("flow details")),
          units_(plan.turn().deal(2, "flow units") == 0 ? plan.program.condition->units : std::string_view()),
          remarks_(plan.turn().once_in(10, "flow remarks")) {}

    void write() {
        if (random_.chance(50)) {
            out_.member("preAssignmentDetails",
                        "Two weeks of diary before assignment; 12 % were not assigned \\(screening\\).");
        }
        if (random_.chance(60)) {
            out_.member("recruitmentDetails",
                        fmt::format("First participant in {}; found through newspapers & family doctors.",
                                    year_of(plan_.dates.start->day)));
        }
        text(out_, "typeUnitsAnalyzed", units_);
        write_columns(out_, "groups", groups_);
        objects(out_, "periods", flow_of(plan_), [&](const Period& period) { write_period(period); });
    }

private:
    void write_period(const Period& period) {
        std::vector<int> left;
        std::vector<int> completed = period.started;
        for (std::size_t i = 0; i < completed.size(); ++i) {
            left.push_back(period.left(i));
            completed[i] -= left[i];
        }
        out_.member("title", period.title);
        list(out_, "milestones", [&] {
            write_milestone("STARTED", period.started);
            if (remarks_)
                write_milestone("Received at Least One Dose", period.started, "Asked at the first telephone call");
            write_milestone("COMPLETED", completed);
            write_milestone("NOT COMPLETED", left);
        });
        if (std::any_of(left.begin(), left.end(), [](int count) { return count > 0; })) write_reasons(period);
    }

    void write_milestone(std::string_view type, const std::vector<int>& counts, std::string_view comment = {}) {
        element(out_, [&] {
            out_.member("type", type);
            text(out_, "comment", comment);
            list(out_, "achievements", [&] {
                for (std::size_t i = 0; i < counts.size(); ++i) {
                    element(out_, [&] { write_achievement(groups_[i].id, counts[i], type == "COMPLETED" && i == 0); });
                }
            });
        });
    }

    void write_achievement(std::string_view group, int count, bool remarkable) {
        out_.member("groupId", group);
        if (remarks_ && remarkable)
            out_.member("comment", "Includes two who missed the last visit \\[data by telephone\\]");
        out_.member("numSubjects", fmt::format("{}", count));
        if (!units_.empty()) out_.member("numUnits", fmt::format("{}", 2 * count));
    }

    void write_reasons(const Period& period) {
        list(out_, "dropWithdraws", [&] {
            for (std::size_t reason = 0; reason < leaving_reasons().size(); ++reason) {
                element(out_, [&] { write_reason(period, reason); });
            }
        });
    }

    void write_reason(const Period& period, std::size_t reason) {
        const bool own_words = leaving_reasons()[reason] == "Moved away";
        out_.member("type", leaving_reasons()[reason]);
        if (remarks_ && own_words) out_.member("comment", "To another town or country");
        list(out_, "reasons", [&] {
            for (std::size_t i = 0; i < groups_.size(); ++i) {
                element(out_, [&] {
                    out_.member("groupId", groups_[i].id);
                    if (remarks_ && own_words && i == 0) out_.member("comment", "One came back later");
                    out_.member("numSubjects", fmt::format("{}", period.reasons[i][reason]));
                });
            }
        });
    }

    JsonWriter& out_;
    const Plan& plan_;
    std::vector<Column> groups_;
    Random random_;
    std::string_view units_; // counted beside participants; mostly none
    bool remarks_;
};

} // namespace

void write_participant_flow(JsonWriter& out, const Plan& plan) {
    object(out, "participantFlowModule", [&] { FlowWriter(out, plan).write(); });
}

} // namespace trialdex::demo
