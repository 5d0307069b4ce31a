#include "ingest/json_reader.h"

#include "ingest/reasons.h"
#include "ingest/value_scanner.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

namespace trialdex::ingest {

namespace {

constexpr std::string_view kStudies = "studies";
constexpr std::array<std::string_view, 3> kPageKeys = {kStudies, "nextPageToken", "totalCount"};
constexpr std::size_t kKeyReach = 512; // bytes looked at for an object's first key, white space included
constexpr std::size_t kOverlap = 128;  // bytes kept of what is passed over, so that no record's beginning is missed
constexpr std::size_t kMaxOpen = 4;    // a list of pages is two levels; deeper ones are not studies

// The key that `text` begins with, after white space; empty when it begins with anything else.
std::string_view leading_key(std::string_view text) {
    const std::size_t quote = skip_space(text);
    if (quote >= text.size() || text[quote] != '"') return {};
    const std::size_t end = text.find('"', quote + 1);
    return end == std::string_view::npos ? std::string_view{} : text.substr(quote + 1, end - quote - 1);
}

class JsonReader : public RecordSource {
public:
    JsonReader(LookAhead input, const ReadLimits& limits) : input_(std::move(input)), limits_(limits) {}

    std::optional<Item> next() override {
        while (!ended_) {
            if (!skip_separators()) return end();
            std::optional<Item> item = !open_.empty() && open_.back() == Open::Page ? in_page() : in_list();
            if (item) return item;
        }
        return std::nullopt;
    }

private:
    enum class Open : std::uint8_t { List, Page };

    // How walking over one value went.
    struct Walk {
        enum class Ending : std::uint8_t { Complete, NextRecord, InputEnds } ending;
        std::uint64_t length;
        std::size_t in_hand; // the last bytes of it, which are still ahead
    };

    // Commas are taken for white space: a list that lost one still says where its studies are.
    bool skip_separators() {
        while (true) {
            const std::string_view ahead = input_.ahead();
            std::size_t at = 0;
            while (at < ahead.size() && (is_space(ahead[at]) || ahead[at] == ',')) ++at;
            const bool found = at < ahead.size();
            input_.drop(at);
            if (found) return true;
            if (!input_.more()) return false;
        }
    }

    // Outside of everything, or in a list.
    std::optional<Item> in_list() {
        const char c = input_.ahead().front();
        if (c == ']' && !open_.empty()) return close();
        if (c == '[' && open_.size() < kMaxOpen) return open(Open::List);
        if (c != '{') return lost();
        input_.at_least(kKeyReach);
        if (open_.size() < kMaxOpen && begins_as_page(input_.ahead().substr(0, kKeyReach))) return open(Open::Page);
        return record();
    }

    std::optional<Item> in_page() {
        const char c = input_.ahead().front();
        if (c == '}') return close();
        if (c != '"') return lost();
        input_.at_least(kKeyReach);
        const bool studies = leading_key(input_.ahead().substr(0, kKeyReach)) == kStudies;
        if (pass_over().ending != Walk::Ending::Complete) return std::nullopt;
        if (!skip_separators()) return std::nullopt;
        if (input_.ahead().front() != ':') return lost();
        input_.drop(1);
        if (!skip_separators()) return std::nullopt;
        if (studies && input_.ahead().front() == '[') return open(Open::List);
        pass_over();
        return std::nullopt;
    }

    std::optional<Item> open(Open what) {
        input_.drop(1);
        open_.push_back(what);
        return std::nullopt;
    }

    std::optional<Item> close() {
        input_.drop(1);
        open_.pop_back();
        return std::nullopt;
    }

    std::optional<Item> record() {
        ++number_;
        std::string place = fmt::format("{} {}", open_.empty() ? "record" : "element", number_);
        const std::uint64_t start = input_.offset();
        const Walk walk = walk_value(limits_.max_record_bytes);
        Item item{ItemKind::Refused, std::move(place), {}};
        if (walk.ending == Walk::Ending::NextRecord) {
            item.text = fmt::format("the record is cut off: another one begins at byte {}", start + walk.length);
        } else if (walk.length > limits_.max_record_bytes) {
            item.text = reason_too_long(walk.length, limits_.max_record_bytes);
        } else if (walk.ending == Walk::Ending::InputEnds) {
            item.text = kReasonCutOff;
        } else {
            item.kind = ItemKind::Record;
            item.text = input_.ahead().substr(0, walk.in_hand);
        }
        input_.drop(walk.in_hand);
        return item;
    }

    // A page's key or a value that holds no studies. Should records begin inside it, the page is broken there.
    Walk pass_over() {
        const Walk walk = walk_value(0);
        input_.drop(walk.in_hand);
        if (walk.ending == Walk::Ending::NextRecord) open_.push_back(Open::List);
        return walk;
    }

    // Leaves the value ahead as long as it has no more than `keep` bytes.
    Walk walk_value(std::size_t keep) {
        ValueScanner scanner;
        std::uint64_t dropped = 0;
        std::size_t scanned = 0;
        while (true) {
            const std::size_t search_from = dropped == 0 ? 1 : 0;
            const std::size_t unseen = std::max(search_from, scanned - std::min(scanned, kOverlap));
            scanned += scanner.feed(input_.ahead().substr(scanned));
            const auto next_record = find_record_start(input_.ahead().substr(0, scanned), unseen);
            if (next_record) return {Walk::Ending::NextRecord, dropped + *next_record, *next_record};
            if (scanner.ended()) return {Walk::Ending::Complete, dropped + scanned, scanned};
            if (dropped + scanned > keep && scanned > kOverlap) {
                const std::size_t surplus = scanned - kOverlap;
                input_.drop(surplus);
                dropped += surplus;
                scanned = kOverlap;
            }
            if (!input_.more()) return {Walk::Ending::InputEnds, dropped + scanned, scanned};
        }
    }

    // Neither a record nor what may stand between records: go on where the next record begins.
    std::optional<Item> lost() {
        Item item{ItemKind::Trouble, fmt::format("byte {}", input_.offset()), {}};
        std::optional<std::size_t> next_record;
        while (!(next_record = find_record_start(input_.ahead(), 0))) {
            const std::size_t seen = input_.ahead().size();
            if (seen > kOverlap) input_.drop(seen - kOverlap);
            if (!input_.more()) break;
        }
        input_.drop(next_record.value_or(input_.ahead().size()));
        item.text = next_record ? fmt::format("no study begins here; reading went on at byte {}", input_.offset())
                                : "no study begins here; the rest of the input was not read";
        if (next_record && !open_.empty() && open_.back() == Open::Page) open_.push_back(Open::List);
        return item;
    }

    std::optional<Item> end() {
        ended_ = true;
        std::string place = fmt::format("byte {}", input_.offset());
        if (input_.trouble()) return Item{ItemKind::Trouble, std::move(place), input_.trouble()->message};
        if (open_.empty()) return std::nullopt;
        return Item{ItemKind::Trouble, std::move(place), "the list of studies is cut off: the input ends inside it"};
    }

    LookAhead input_;
    ReadLimits limits_;
    std::vector<Open> open_;
    std::uint64_t number_ = 0;
    bool ended_ = false;
};

} // namespace

bool begins_as_page(std::string_view text) {
    if (!text.starts_with('{')) return false;
    return std::find(kPageKeys.begin(), kPageKeys.end(), leading_key(text.substr(1))) != kPageKeys.end();
}

std::unique_ptr<RecordSource> read_json(LookAhead input, const ReadLimits& limits) {
    return std::make_unique<JsonReader>(std::move(input), limits);
}

} // namespace trialdex::ingest
