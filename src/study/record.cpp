#include "study/record.h"

#include "schema/schema.h"
#include "study/partial_date.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace trialdex::study {

namespace {

// Unknown members are a curiosity of a few records; a hostile one must not fill memory with their names.
constexpr std::size_t kMaxUnknown = 1000;

std::string full_date(Value value) {
    const auto date = PartialDate::parse(value.text());
    return value.is_string() && date && date->is_full() ? std::string(value.text()) : std::string();
}

// Walks record and schema side by side: which structures are present, and which members the schema does not know.
class Survey {
public:
    explicit Survey(Record& record) : record_(record) {}

    void run(Value root) {
        for (const Value member : root) visit(schema::find_root(member.key()), member, member.key(), nullptr);
        std::sort(record_.present.begin(), record_.present.end());
        record_.present.erase(std::unique(record_.present.begin(), record_.present.end()), record_.present.end());
        record_.unknown.assign(unknown_.begin(), unknown_.end());
    }

private:
    // Paths are spelled out for unknown members only: doing so for all of them took a quarter of the whole check.
    void visit(const schema::Node* node, Value value, std::string_view name, const schema::Node* parent) {
        if (node == nullptr) {
            if (unknown_.size() < kMaxUnknown) {
                unknown_.insert(parent == nullptr ? std::string(name) : fmt::format("{}.{}", parent->path, name));
            }
            return;
        }
        if (node->is_leaf()) return;
        if (value.is_array()) {
            for (const Value element : value) visit(node, element, name, parent);
            return;
        }
        if (!value.is_object()) return;
        record_.present.push_back(node->id);
        for (const Value member : value) visit(schema::find_child(*node, member.key()), member, member.key(), node);
    }

    Record& record_;
    std::set<std::string> unknown_;
};

Value identification(Value root) { return root["protocolSection"]["identificationModule"]; }

Value holder_of(Value root) { return root["derivedSection"]["miscInfoModule"]["versionHolder"]; }

} // namespace

Result<Record> check_record(std::string_view text) {
    auto whole = Document::parse(std::string(text));
    if (!whole) return tl::unexpected(whole.error());
    if (!whole->root().is_object()) return fail(ErrorCode::InvalidInput, "not a study record: it is not a JSON object");
    const Value id = identification(whole->root())["nctId"];
    if (!id) {
        return fail(ErrorCode::InvalidInput,
                    "not a study record: it has no protocolSection.identificationModule.nctId");
    }
    const auto number = id.is_string() ? NctId::parse(id.text()) : std::nullopt;
    if (!number) {
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the id {} is not NCT and eight digits", std::string_view(id.raw()).substr(0, 40)));
    }

    Record record;
    record.id = *number;
    record.text = minified(text);
    // Offsets are needed in the minified text; only records that came in another layout are parsed again.
    if (record.text.size() != text.size()) {
        whole = Document::parse(record.text);
        if (!whole) return tl::unexpected(whole.error());
    }
    const Value root = whole->root();
    record.version_holder = full_date(holder_of(root));
    if (!record.version_holder.empty() && holder_of(root).raw().size() == kHolderBlank.size() + 2) {
        record.holder_slot.offset = static_cast<std::uint32_t>(holder_of(root).raw().data() - whole->text().data()) + 1;
        record.text.replace(record.holder_slot.offset, kHolderBlank.size(), kHolderBlank);
    } else {
        record.version_holder.clear();
    }
    record.last_update_posted = full_date(root["protocolSection"]["statusModule"]["lastUpdatePostDateStruct"]["date"]);
    record.brief_title = identification(root)["briefTitle"].text();
    record.overall_status = root["protocolSection"]["statusModule"]["overallStatus"].text();
    record.has_results = root["hasResults"].boolean().value_or(false);
    for (const Value alias : identification(root)["nctIdAliases"]) {
        const auto parsed = NctId::parse(alias.text());
        if (parsed && *parsed != record.id) record.aliases.push_back(*parsed);
    }
    record.fingerprint = fingerprint_without_holder(root, !record.version_holder.empty());
    Survey(record).run(root);
    return record;
}

std::vector<std::uint16_t> present_structures(Value root) {
    Record record;
    Survey(record).run(root);
    return std::move(record.present);
}

std::string restore_holder(std::string text, HolderSlot slot, std::string_view holder) {
    if (slot.offset != 0 && holder.size() == kHolderBlank.size() && text.size() >= slot.offset + kHolderBlank.size()) {
        text.replace(slot.offset, kHolderBlank.size(), holder);
    }
    return text;
}

} // namespace trialdex::study
