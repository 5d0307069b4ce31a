#include "web/pages/module_page/origin.h"

#include "study/partial_date.h"
#include "web/components/contents.h"
#include "web/components/date_line.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/path/counterpart.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::web::nodes {

namespace {

using study::Value;

std::string dotted(std::string_view path) {
    std::string out(path);
    std::replace(out.begin(), out.end(), '/', '.');
    return out;
}

// The store's own dates: of a module, or of all modules of a section together.
Result<std::optional<store::ModuleDates>> stored_dates(const ModuleView& view) {
    const store::Reader& store = view.request.page.store;
    const study::NctId id = view.request.stored.id;
    if (view.place.steps.size() == 2) return store.module_dates(id, dotted(view.place.path));
    std::optional<store::ModuleDates> together;
    for (Value module : view.step().value) {
        const auto dates = store.module_dates(id, dotted(view.place.path) + '.' + std::string(module.key()));
        if (!dates) return dates;
        if (!*dates) continue;
        if (!together) together = **dates;
        together->first_seen = std::min(together->first_seen, (*dates)->first_seen);
        together->last_changed = std::max(together->last_changed, (*dates)->last_changed);
    }
    return together;
}

bool has_stored_dates(const ModuleView& view) {
    const bool is_current = view.request.stored.version.number == view.request.stored.version_count;
    const bool is_high = view.place.steps.size() == 1 || (view.place.steps.size() == 2 && !view.step().index);
    return is_current && is_high && view.step().value.is_object();
}

void registry_day(Html& html, std::string_view label, std::string_view day) {
    fact(html, label, [&] {
        if (day.empty()) {
            html.element("span", kNotInRecord, {{"class", "absent"}});
        } else {
            date(html, day);
        }
    });
}

std::string how_found(const ModuleView& view) {
    if (view.request.stored.version_count == 1) {
        return "One version of this record is held here: every part of it is as old as the record.";
    }
    const auto identity = identity_of(view.place.steps);
    std::string how = "The dates come from comparing this part of the record in all versions held here.";
    if (!identity) return how;
    if (!*identity) return how + " Nothing identifies this element in its list, so its place in the list is compared.";
    const std::string label = node_label(study::member_node(view.step().node, false, identity->key()), identity->key());
    return how + " Its list may change, so it is known again by its " + (view.step().index ? "own " : "list's ") + "“" +
           label + "”.";
}

// "Version 1, posted 8 April 2025"; "Version 1 of 2" when `count` is given.
std::string version_words(const store::VersionInfo& info, std::uint32_t count = 0) {
    std::string words = fmt::format("Version {}", info.number);
    if (count > 0) words += fmt::format(" of {}", count);
    const auto updated = study::PartialDate::parse(info.last_update_posted);
    if (updated) words += ", posted " + updated->words();
    return words;
}

std::string version_href(const ModuleView& view, const NodeVersion& version) {
    return StudyAddress(view.request.stored.id, version.info.number).node(version.path);
}

std::string_view change_words(NodeChange change) {
    switch (change) {
    case NodeChange::Same: return "as in the version before";
    case NodeChange::New: return "new in this version";
    case NodeChange::Changed: return "changed in this version";
    case NodeChange::Gone: return "taken out in this version";
    case NodeChange::Absent: return "not in this version";
    default: return "the oldest compared";
    }
}

void versions(Html& html, const ModuleView& view, const NodeHistory& history) {
    if (history.versions.size() < 2) return;
    html.open("details", {{"class", "versions"}, {"id", "versions"}});
    html.element("summary", counted("Versions of the record", view.request.stored.version_count)).open("ul");
    for (auto version = history.versions.rbegin(); version != history.versions.rend(); ++version) {
        const bool is_shown = version->info.number == view.request.stored.version.number;
        html.open("li");
        if (is_shown) {
            html.element("b", version_words(version->info)).text(" (shown here)");
        } else if (version->path.empty()) {
            html.text(version_words(version->info));
        } else {
            html.link(version_href(view, *version), version_words(version->info));
        }
        html.text(": ").text(change_words(version->change)).close("li");
    }
    html.close("ul");
    if (!history.complete) html.element("p", "The history is long; only these versions were compared.");
    html.close("details");
}

} // namespace

Result<Origin> find_origin(const ModuleView& view) {
    auto history = node_history(view.request, view.place);
    if (!history) return tl::unexpected(history.error());
    Origin origin{{history->first_seen, history->last_changed}, true, std::move(*history)};
    if (!has_stored_dates(view)) return origin;
    const auto stored = stored_dates(view);
    if (!stored) return tl::unexpected(stored.error());
    if (*stored) {
        origin.dates = **stored;
        origin.is_computed = false;
    }
    return origin;
}

void origin_section(Html& html, const ModuleView& view, const Origin& origin) {
    const Value status = view.request.root["protocolSection"]["statusModule"];
    section_heading(html, "origin", "Where this comes from");
    html.open("dl", {{"class", "facts"}});
    fact(html, "First seen in this registry", [&] { moment(html, origin.dates.first_seen); });
    fact(html, "Last changed in this registry", [&] { moment(html, origin.dates.last_changed); });
    registry_day(html, "Study first posted", status["studyFirstPostDateStruct"]["date"].text());
    registry_day(html, "Last update posted", status["lastUpdatePostDateStruct"]["date"].text());
    registry_day(html, "Data version (version holder)", view.request.stored.version.version_holder);
    html.close("dl");
    if (origin.is_computed) html.element("p", how_found(view), {{"class", "sentence"}});
    if (!origin.is_computed && view.place.steps.size() == 1) {
        html.element("p", "A section is as old as its first module, and changes whenever one of them does.",
                     {{"class", "sentence"}});
    }
    versions(html, view, origin.history);
}

void version_notice(Html& html, const ModuleView& view, const Origin& origin) {
    if (!view.request.address.version()) return;
    const store::StoredRecord& stored = view.request.stored;
    html.open("div", {{"class", "notice notice-version"}, {"role", "note"}}).open("p");
    html.element("strong", version_words(stored.version, stored.version_count) + ".").text(" ");
    const NodeVersion& newest = origin.history.versions.back();
    if (stored.version.number == stored.version_count) {
        html.text("This is the newest. ");
    } else if (newest.info.number == stored.version_count && !newest.path.empty()) {
        html.link(StudyAddress(stored.id).node(newest.path), "This part as it is now").text(". ");
    } else {
        html.text("This part is not in the record any more. ");
        html.link(StudyAddress(stored.id).study(), "The study as it is now").text(". ");
    }
    if (stored.version_count > 1) html.link("#versions", "All versions").text(".");
    html.close("p").close("div");
}

} // namespace trialdex::web::nodes
