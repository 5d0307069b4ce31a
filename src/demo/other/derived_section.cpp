// What the registry works out from the rest: the day of the data, countries no longer in the study, the course of
// results through quality control, and terms of the MeSH vocabulary with their place in its tree.
#include "demo/demo.h"
#include "demo/members.h"
#include "demo/other/other.h"
#include "demo/words/split.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

void write_submissions(JsonWriter& out, const Plan& plan) {
    const Timeline& dates = plan.dates;
    if (dates.submissions.empty() && !dates.first_comments) return;
    object(out, "submissionTracking", [&] {
        if (!dates.submissions.empty()) {
            out.member("estimatedResultsFirstSubmitDate", iso(dates.submissions.front().released));
        }
        if (dates.first_comments) {
            object(out, "firstMcpInfo", [&] {
                object(out, "postDateStruct", [&] {
                    out.member("date", iso(*dates.first_comments));
                    out.member("type", plan.turn().deal(4, "comments estimated") == 0 ? "ESTIMATED" : "ACTUAL");
                });
            });
        }
        objects(out, "submissionInfos", dates.submissions, [&](const Submission& one) {
            out.member("releaseDate", iso(one.released));
            if (one.withdrawn) out.member("unreleaseDate", iso(*one.withdrawn));
            if (one.withdrawn_unknown_day) out.member("unreleaseDateUnknown", true);
            if (one.returned) out.member("resetDate", iso(*one.returned));
            if (one.comments) out.member("mcpReleaseN", *one.comments);
        });
    });
}

std::vector<std::string_view> removed_countries(const Plan& plan) {
    std::vector<std::string_view> removed;
    if (!plan.turn().once_in(16, "removed countries") || plan.is_withheld()) return removed;
    for (const std::string_view country : {"Iceland", "Kenya", "Turkey (Türkiye)", "Côte d’Ivoire"}) {
        const bool present = std::any_of(plan.sites.begin(), plan.sites.end(),
                                         [&](const Site& site) { return site.city->country == country; });
        if (!present) removed.push_back(country);
    }
    return removed;
}

// "D001249 Asthma"
struct Term {
    std::string id;
    std::string_view name;
};

Term term_of(std::string_view cell) {
    const std::size_t space = cell.find(' ');
    return {std::string(cell.substr(0, space)), cell.substr(space + 1)};
}

struct Browse {
    Term mesh;
    std::vector<Term> ancestors;
    std::string as_found;
    std::vector<Branch> branches;
};

Browse conditions_of(const Plan& plan) {
    const Condition& condition = *plan.program.condition;
    Browse browse{term_of(condition.mesh), {}, std::string(condition.name), {}};
    for (const std::string_view cell : parts_of(condition.ancestors)) browse.ancestors.push_back(term_of(cell));
    for (const std::string_view code : parts_of(condition.branches, ' ')) {
        for (const Branch& branch : condition_branches()) {
            if (branch.code == code) browse.branches.push_back(branch);
        }
    }
    browse.branches.push_back({"All", "All Conditions"});
    return browse;
}

// MeSH does not have these names; its numbers do not begin with D9.
Browse interventions_of(const Plan& plan) {
    Browse browse{{fmt::format("D9{:05}", plan.program.name_number), plan.program.name}, {}, plan.program.name, {}};
    browse.ancestors = {{"D000893", "Anti-Inflammatory Agents"}, {"D045506", "Therapeutic Uses"}};
    browse.branches = {{"Infl", "Anti-Inflammatory Agents"}, {"All", "All Drugs and Chemicals"}};
    return browse;
}

void write_term(JsonWriter& out, const Term& term) {
    out.member("id", term.id);
    out.member("term", term.name);
}

// Until the middle of 2025 the registry also gave leaves and branches of its browsing tree.
void write_tree(JsonWriter& out, const Browse& browse) {
    list(out, "browseLeaves", [&] {
        const auto leaf = [&](const Term& term, bool found) {
            element(out, [&] {
                out.member("id", fmt::format("M9{}", term.id.substr(1)));
                out.member("name", term.name);
                if (found) out.member("asFound", browse.as_found);
                out.member("relevance", found ? "HIGH" : "LOW");
            });
        };
        leaf(browse.mesh, true);
        for (const Term& term : browse.ancestors) leaf(term, false);
    });
    objects(out, "browseBranches", browse.branches, [&](const Branch& branch) {
        out.member("abbrev", branch.code);
        out.member("name", branch.name);
    });
}

void write_browse(JsonWriter& out, std::string_view key, const Browse& browse, bool with_tree) {
    object(out, key, [&] {
        list(out, "meshes", [&] { element(out, [&] { write_term(out, browse.mesh); }); });
        objects(out, "ancestors", browse.ancestors, [&](const Term& term) { write_term(out, term); });
        if (with_tree) write_tree(out, browse);
    });
}

} // namespace

void write_derived_section(JsonWriter& out, const Plan& plan) {
    object(out, "derivedSection", [&] {
        object(out, "miscInfoModule", [&] {
            out.member("versionHolder", kDataDate);
            texts(out, "removedCountries", removed_countries(plan));
            write_submissions(out, plan);
        });
        if (plan.is_withheld()) return;
        const bool with_tree = plan.turn().deal(6, "browse tree") == 0;
        if (plan.program.condition->is_illness()) {
            write_browse(out, "conditionBrowseModule", conditions_of(plan), with_tree);
        }
        const bool has_term = plan.program.family->regulated_drug && !plan.is_observational();
        if (has_term) write_browse(out, "interventionBrowseModule", interventions_of(plan), with_tree);
    });
}

} // namespace trialdex::demo
