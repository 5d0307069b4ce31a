// trialdex show: a study, or one node of it, as text or as JSON.
#include "cli/commands.h"
#include "cli/outline.h"
#include "cli/registry.h"
#include "study/node_path.h"

#include <fmt/format.h>

namespace trialdex::cli {

namespace {

// The record itself, or the study that an obsolete number leads to.
Result<store::StoredRecord> find_record(const store::Reader& store, study::NctId id, std::uint32_t version) {
    const auto get = [&](study::NctId which) {
        return version == 0 ? store.get(which) : store.get_version(which, version);
    };
    auto record = get(id);
    if (record || record.error().code != ErrorCode::NotFound) return record;
    const auto target = store.find_alias(id);
    if (!target || !*target) return record;
    fmt::print(stderr, "{} is an obsolete number of {}\n", id.text(), (*target)->text());
    return get(**target);
}

void print_heading(const store::StoredRecord& record) {
    fmt::print("{}, version {} of {}", record.id.text(), record.version.number, record.version_count);
    if (!record.version.version_holder.empty()) fmt::print(", data of {}", record.version.version_holder);
    fmt::print("\nfirst seen here {}, last changed here {}\n\n", time_words(record.first_seen),
               time_words(record.last_changed));
}

int show_node(const store::StoredRecord& record, const ShowCommand& command) {
    const auto document = study::Document::parse(record.json);
    if (!document) return report_failure(document.error());
    const study::NodePlace place = study::resolve_path(document->root(), command.path);
    using Outcome = study::NodePlace::Outcome;
    study::Value value = place.steps.empty() ? document->root() : place.steps.back().value;
    const schema::Node* node = place.steps.empty() ? nullptr : place.steps.back().node;
    if (place.outcome == Outcome::Field) {
        value = value[place.field];
        node = node == nullptr ? schema::find_root(place.field) : schema::find_child(*node, place.field);
    }
    if (place.outcome == Outcome::Absent || place.outcome == Outcome::Unknown || !value) {
        fmt::print(stderr, "trialdex: {} has no {} in this record; it goes as far as: {}\n", record.id.text(),
                   command.path, place.path.empty() ? "(the record)" : place.path);
        return kFailed;
    }
    if (command.json) {
        fmt::print("{}\n", value.raw());
    } else {
        print_heading(record);
        fmt::print("{}", outline(node, value));
    }
    return kDone;
}

} // namespace

int run_show(const ShowCommand& command) {
    const auto id = study::NctId::parse_lenient(command.id);
    if (!id) {
        fmt::print(stderr, "trialdex: {} is not an NCT number: NCT and up to eight digits, as in NCT06916403\n",
                   command.id);
        return kWrongUsage;
    }
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    const auto record = find_record(*store, *id, command.version);
    return record ? show_node(*record, command) : report_failure(record.error());
}

} // namespace trialdex::cli
