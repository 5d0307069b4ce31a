// Writing tables of values: texts are numbered as they come and renumbered in the order of their bytes at the end.
#include "index/arrays.h"
#include "index/columns/value_table.h"
#include "index/text_numbers.h"

#include <algorithm>

namespace trialdex::index {

namespace {

class Gathered {
public:
    void add(std::uint32_t study, std::string_view text) {
        const auto number = numbers_.number_of(text);
        if (!number) return;
        open_study(study);
        ids_.push_back(*number);
    }

    // Ends the study before and starts this one; studies between the two have nothing.
    void open_study(std::uint32_t study) {
        if (study < starts_.size()) return;
        close_study();
        starts_.resize(study + std::size_t{1}, static_cast<std::uint32_t>(ids_.size()));
    }

    void write_directory(std::vector<std::uint32_t>& directory, std::uint32_t studies) {
        open_study(studies);
        directory.push_back(numbers_.size());
        directory.push_back(static_cast<std::uint32_t>(ids_.size()));
    }

    void write(ArrayWriter& out) {
        const std::vector<std::uint32_t> order = numbers_.sorted();
        std::vector<std::uint32_t> text_starts;
        text_starts.reserve(order.size() + 1);
        std::string texts;
        for (const std::uint32_t number : order) {
            text_starts.push_back(static_cast<std::uint32_t>(texts.size()));
            texts += numbers_.text(number);
        }
        text_starts.push_back(static_cast<std::uint32_t>(texts.size()));
        renumber(order);
        out.add(std::span<const std::uint32_t>(text_starts));
        out.add_text(texts);
        out.add(std::span<const std::uint32_t>(starts_));
        out.add(std::span<const std::uint32_t>(ids_));
    }

private:
    void close_study() {
        if (starts_.empty()) return;
        const auto begin = ids_.begin() + starts_.back();
        std::sort(begin, ids_.end());
        ids_.erase(std::unique(begin, ids_.end()), ids_.end());
    }

    void renumber(const std::vector<std::uint32_t>& order) {
        std::vector<std::uint32_t> ordinal(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) ordinal[order[i]] = static_cast<std::uint32_t>(i);
        for (std::uint32_t& id : ids_) id = ordinal[id];
        for (std::size_t study = 0; study + 1 < starts_.size(); ++study)
            std::sort(ids_.begin() + starts_[study], ids_.begin() + starts_[study + 1]);
    }

    TextNumbers numbers_;
    std::vector<std::uint32_t> starts_; // of each study begun, in ids_
    std::vector<std::uint32_t> ids_;
};

} // namespace

struct ValueTableBuilder::Columns {
    std::vector<std::unique_ptr<Gathered>> columns;

    Gathered& at(std::uint16_t column) {
        while (column >= columns.size()) columns.push_back(std::make_unique<Gathered>());
        return *columns[column];
    }
};

ValueTableBuilder::ValueTableBuilder() : columns_(std::make_unique<Columns>()) {}
ValueTableBuilder::~ValueTableBuilder() = default;

void ValueTableBuilder::add(std::uint16_t column, std::uint32_t study, std::string_view text) {
    columns_->at(column).add(study, text);
}

void ValueTableBuilder::append(const ValueTable& table, std::uint32_t first_study) {
    for (std::size_t i = 0; i < table.columns(); ++i) {
        const auto column = static_cast<std::uint16_t>(i);
        Gathered& ours = columns_->at(column);
        for (std::uint32_t study = 0; study < table.studies(); ++study)
            for (const std::uint32_t ordinal : table.ordinals(column, study))
                ours.add(first_study + study, table.text(column, ordinal));
    }
}

std::string ValueTableBuilder::finish(std::uint32_t studies) {
    std::vector<std::uint32_t> directory{static_cast<std::uint32_t>(columns_->columns.size()), studies};
    for (const auto& column : columns_->columns) column->write_directory(directory, studies);
    ArrayWriter out;
    out.add(std::span<const std::uint32_t>(directory));
    for (auto& column : columns_->columns) {
        column->write(out);
        column.reset(); // both forms of all columns at once would double the memory
    }
    columns_->columns.clear();
    return out.take();
}

} // namespace trialdex::index
