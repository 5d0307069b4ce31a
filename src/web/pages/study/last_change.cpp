#include "web/pages/study/last_change.h"

#include "store/module_changes.h"
#include "web/components/calculated.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"

#include <string>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kNamed = 4; // modules; the rest is counted
// Changes in every record every day, with the day of the data load.
constexpr std::string_view kEveryDay = "derivedSection.miscInfoModule";

std::vector<std::string> changed_modules(const StudyView& study) {
    std::vector<std::string> paths;
    const store::StoredRecord& stored = study.request.stored;
    if (stored.version.number < 2) return paths;
    const auto before = study.request.page.store.get_version(stored.id, stored.version.number - 1);
    if (!before) return paths;
    const auto document = study::Document::parse(before->json);
    if (!document) return paths;
    for (store::ModuleChange& change : store::module_changes(document->root(), study.root)) {
        if (change.path != kEveryDay) paths.push_back(std::move(change.path));
    }
    return paths;
}

void module_link(Html& html, const StudyView& study, const std::string& path) {
    const schema::Node* node = schema::find_path(path);
    const std::string_view label = node && !node->label.empty() ? node->label : std::string_view(path);
    if (node && !node->is_leaf() && value_at(study.root, path)) {
        html.link(study.request.address.node(slashed(path)), label);
    } else {
        html.text(label);
    }
}

} // namespace

void last_change(Html& html, const StudyView& study) {
    const std::string& posted = study.request.stored.version.last_update_posted;
    const std::vector<std::string> modules = changed_modules(study);
    if (posted.empty() && modules.empty()) return;
    fact(html, "Last change", [&] {
        if (!posted.empty()) {
            html.text("Update posted ");
            date(html, posted);
        }
        if (modules.empty()) return;
        html.text(posted.empty() ? "In " : ", in ");
        for (std::size_t i = 0; i < modules.size() && i < kNamed; ++i) {
            if (i > 0) html.text(", ");
            module_link(html, study, modules[i]);
        }
        if (modules.size() <= kNamed) return;
        html.text(" and ");
        calculated_count(html, modules.size() - kNamed, "more", "more");
    });
}

} // namespace trialdex::web
