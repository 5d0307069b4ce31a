// Writing columns: values are gathered as narrow lists of gaps between studies and of values, and take their final form
// at the end, when it is known how wide and how dense each column is.
#include "index/arrays.h"
#include "index/columns/column_format.h"
#include "index/columns/column_table.h"
#include "index/columns/narrow_vector.h"

#include <algorithm>
#include <limits>

namespace trialdex::index {

namespace {

// A column is written dense when at least this part of its studies have a value; looking up a study is then one read.
constexpr std::uint32_t kDenseShare = 4;

class Gathered {
public:
    void add(std::uint32_t study, std::int64_t value) {
        if (study < study_) return; // only a damaged table, appended, could go back
        if (study != study_) close_study();
        study_ = study;
        pending_.push_back(value);
    }

    // Distinct values of a study ascending: only the set matters to RANGE, and one study can repeat a small number
    // thousands of times in its table of adverse events.
    void close_study() {
        if (pending_.empty()) return;
        std::ranges::sort(pending_);
        pending_.erase(std::unique(pending_.begin(), pending_.end()), pending_.end());
        smallest_ = std::min(smallest_, pending_.front());
        largest_ = std::max(largest_, pending_.back());
        several_ = several_ || pending_.size() > 1;
        for (const std::int64_t value : pending_) {
            gaps_.push_back(static_cast<std::int64_t>(study_) - written_study_);
            values_.push_back(value);
            written_study_ = study_;
        }
        pending_.clear();
    }

    ColumnEntry entry(std::uint16_t node) const {
        const std::uint64_t spread = static_cast<std::uint64_t>(largest_) - static_cast<std::uint64_t>(smallest_);
        const auto length = static_cast<std::uint32_t>(written_study_ + 1);
        const auto count = static_cast<std::uint32_t>(values_.size());
        const bool dense = !several_ && count >= length / kDenseShare && spread != UINT64_MAX;
        const std::uint8_t width = width_of(dense ? spread + 1 : spread);
        return {node, dense ? ColumnForm::Dense : ColumnForm::Sparse, width, dense ? length : count, smallest_};
    }

    // Visits (study, distance from the smallest value).
    template <class Visit> void for_each(Visit&& visit) const {
        std::int64_t study = 0;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            study += gaps_[i];
            visit(static_cast<std::uint32_t>(study),
                  static_cast<std::uint64_t>(values_[i]) - static_cast<std::uint64_t>(smallest_));
        }
    }

private:
    static std::uint8_t width_of(std::uint64_t largest) {
        for (const std::uint8_t width : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{4}})
            if (largest >> (8 * width) == 0) return width;
        return 8;
    }

    NarrowVector gaps_;
    NarrowVector values_;
    std::vector<std::int64_t> pending_; // of study_
    std::uint32_t study_ = 0;
    std::int64_t written_study_ = 0;
    std::int64_t smallest_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t largest_ = std::numeric_limits<std::int64_t>::min();
    bool several_ = false; // some study has more than one value
};

void write(const Gathered& gathered, const ColumnEntry& entry, ArrayWriter& out) {
    std::string numbers(std::size_t{entry.entries} * entry.width, '\0');
    std::vector<std::uint32_t> studies;
    const bool dense = entry.form == ColumnForm::Dense;
    if (!dense) studies.reserve(entry.entries);
    gathered.for_each([&](std::uint32_t study, std::uint64_t distance) {
        const std::size_t at = dense ? study : studies.size();
        const std::uint64_t number = dense ? distance + 1 : distance;
        store_number(numbers.data() + at * entry.width, number, entry.width);
        if (!dense) studies.push_back(study);
    });
    if (!dense) out.add(std::span<const std::uint32_t>(studies));
    out.add_text(numbers);
}

} // namespace

struct ColumnTableBuilder::Columns {
    std::vector<std::unique_ptr<Gathered>> by_node;
};

ColumnTableBuilder::ColumnTableBuilder() : columns_(std::make_unique<Columns>()) {}
ColumnTableBuilder::~ColumnTableBuilder() = default;

void ColumnTableBuilder::add(std::uint16_t node, std::uint32_t study, std::int64_t value) {
    auto& by_node = columns_->by_node;
    if (node >= by_node.size()) by_node.resize(node + std::size_t{1});
    if (!by_node[node]) by_node[node] = std::make_unique<Gathered>();
    by_node[node]->add(study, value);
}

void ColumnTableBuilder::append(const ColumnTable& table, std::uint32_t first_study) {
    for (const auto& [number, column] : table.columns_)
        column.for_each(
            [&, node = number](std::uint32_t study, std::int64_t value) { add(node, first_study + study, value); });
}

std::string ColumnTableBuilder::finish() {
    std::vector<ColumnEntry> entries;
    auto& by_node = columns_->by_node;
    for (std::size_t node = 0; node < by_node.size(); ++node) {
        if (!by_node[node]) continue;
        by_node[node]->close_study();
        entries.push_back(by_node[node]->entry(static_cast<std::uint16_t>(node)));
    }
    ArrayWriter out;
    const ColumnTableHeader header{static_cast<std::uint32_t>(entries.size()), 0};
    out.add(std::span<const ColumnTableHeader>(&header, 1));
    out.add(std::span<const ColumnEntry>(entries));
    for (const ColumnEntry& entry : entries) {
        write(*by_node[entry.node], entry, out);
        by_node[entry.node].reset(); // both forms of all columns at once would double the memory
    }
    by_node.clear();
    return out.take();
}

} // namespace trialdex::index
