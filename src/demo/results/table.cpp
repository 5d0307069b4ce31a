#include "demo/results/table.h"

#include "demo/members.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace trialdex::demo {

namespace {

enum class Spread : std::uint8_t { None, Single, Limits };

Spread spread_of(std::string_view dispersion) {
    if (dispersion.empty() || dispersion == "NA") return Spread::None;
    const bool single =
        dispersion == "STANDARD_DEVIATION" || dispersion == "STANDARD_ERROR" || dispersion == "GEOMETRIC_COEFFICIENT";
    return single ? Spread::Single : Spread::Limits;
}

struct Cell {
    int value = 0;
    int spread = 0;
    int lower = 0;
    int upper = 0;
};

using Row = std::vector<Cell>; // a cell for each column

class TableMaker {
public:
    TableMaker(JsonWriter& out, const TableForm& form, const std::vector<Column>& columns, Random random)
        : out_(out), form_(form), columns_(columns), random_(random), spread_(spread_of(form.dispersion)) {}

    void write() {
        const std::size_t rows = std::max<std::size_t>(form_.classes.size(), 1);
        list(out_, "classes", [&] {
            for (std::size_t row = 0; row < rows; ++row) {
                element(out_, [&] { write_class(row); });
            }
        });
    }

private:
    void write_class(std::size_t row) {
        if (!form_.classes.empty()) out_.member("title", form_.classes[row]);
        std::vector<Column> counted = columns_;
        if (form_.class_denominators) {
            counted = thinned();
            list(out_, "denoms", [&] { write_denominator(out_, form_.units, counted); });
        }
        const std::vector<Row> categories = rows_of_class(counted);
        list(out_, "categories", [&] {
            for (std::size_t i = 0; i < categories.size(); ++i) {
                element(out_, [&] { write_category(i, row, categories[i]); });
            }
        });
    }

    // Not everybody came to every visit.
    std::vector<Column> thinned() {
        std::vector<Column> counted = columns_;
        for (Column& column : counted) column.count -= random_.between(0, column.count / 6);
        if (form_.total) total_of(counted);
        return counted;
    }

    static void total_of(std::vector<Column>& columns) {
        columns.back().count = 0;
        for (std::size_t i = 0; i + 1 < columns.size(); ++i) columns.back().count += columns[i].count;
    }

    bool counts() const { return form_.param == "COUNT_OF_PARTICIPANTS" || form_.param == "COUNT_OF_UNITS"; }
    std::size_t own_columns() const { return columns_.size() - (form_.total ? 1 : 0); }

    std::vector<Row> rows_of_class(const std::vector<Column>& counted) {
        const std::size_t categories = std::max<std::size_t>(form_.categories.size(), 1);
        std::vector<Row> rows(categories, Row(columns_.size()));
        for (std::size_t column = 0; column < own_columns(); ++column) {
            const std::vector<int> shares =
                counts() ? shares_of(counted[column].count, categories) : std::vector<int>();
            for (std::size_t i = 0; i < categories; ++i) {
                rows[i][column] =
                    counts() ? cell_around(shares[i]) : cell_around(random_.near_middle(form_.low, form_.high));
            }
        }
        if (form_.total) {
            for (Row& row : rows) row.back() = total_cell(row, counted);
        }
        return rows;
    }

    // One category alone counts some of the group, several share out all of it.
    std::vector<int> shares_of(int count, std::size_t categories) {
        if (categories == 1) return split_count(count, 2, random_);
        if (form_.possible.empty()) return split_count(count, categories, random_);
        const auto possible = std::count(form_.possible.begin(), form_.possible.end(), true);
        const std::vector<int> some = split_count(count, static_cast<std::size_t>(possible), random_);
        std::vector<int> shares;
        shares.reserve(form_.possible.size());
        auto next = some.begin();
        for (const bool is_possible : form_.possible) shares.push_back(is_possible ? *next++ : 0);
        return shares;
    }

    Cell cell_around(int value) {
        const int width = std::max(2, (form_.high - form_.low) / 4);
        Cell cell{.value = value};
        cell.spread = random_.between(1, width);
        cell.lower = value - random_.between(1, width);
        cell.upper = value + random_.between(1, width);
        if (form_.low >= 0) cell.lower = std::max(cell.lower, 0);
        return cell;
    }

    // Counts add up, with their limits; other values average over the participants, and their limits reach as far as
    // the furthest.
    Cell total_cell(const Row& row, const std::vector<Column>& counted) const {
        Cell total = row.front();
        std::int64_t weighted = 0, spread = 0, people = 0;
        int lower = 0, upper = 0;
        total.value = 0;
        for (std::size_t i = 0; i < own_columns(); ++i) {
            total.value += row[i].value;
            weighted += std::int64_t{row[i].value} * counted[i].count;
            spread += std::int64_t{row[i].spread} * counted[i].count;
            people += counted[i].count;
            total.lower = std::min(total.lower, row[i].lower);
            total.upper = std::max(total.upper, row[i].upper);
            lower += row[i].lower;
            upper += row[i].upper;
        }
        people = std::max<std::int64_t>(people, 1);
        if (counts()) {
            total.lower = lower;
            total.upper = upper;
        } else {
            total.value = static_cast<int>(weighted / people);
        }
        total.spread = static_cast<int>(spread / people);
        return total;
    }

    void write_category(std::size_t category, std::size_t row, const Row& cells) {
        if (!form_.categories.empty()) out_.member("title", form_.categories[category]);
        list(out_, "measurements", [&] {
            for (std::size_t column = 0; column < cells.size(); ++column) {
                const bool gap = form_.has_gaps && column == 0 && row == 0 && category == 0;
                element(out_, [&] { write_cell(columns_[column].id, cells[column], gap); });
            }
        });
    }

    std::string written(int value) const {
        return number_text(value, counts() ? 0 : form_.decimals, counts() ? NumberStyle::Plain : form_.style);
    }

    void write_cell(std::string_view group, const Cell& cell, bool gap) {
        const bool no_value = gap && !counts() && spread_ != Spread::Limits;
        out_.member("groupId", group);
        out_.member("value", no_value ? "NA" : written(cell.value));
        if (spread_ == Spread::Single) out_.member("spread", gap ? "NA" : written(cell.spread));
        if (spread_ == Spread::Limits) {
            out_.member("lowerLimit", written(cell.lower));
            out_.member("upperLimit", gap ? "NA" : written(cell.upper));
        }
        if (!gap || (counts() && spread_ == Spread::None)) return;
        out_.member("comment", spread_ == Spread::Limits ? "NA: the upper limit was not reached; \\<50 % had an event."
                                                         : "NA: not measured in this group \\(see limitations\\).");
    }

    JsonWriter& out_;
    const TableForm& form_;
    const std::vector<Column>& columns_;
    Random random_;
    Spread spread_;
};

} // namespace

std::vector<Column> columns_of(const Plan& plan, std::string_view prefix) {
    std::vector<Column> columns;
    columns.reserve(plan.reported.size() + 1); // a total may follow
    for (const ReportedGroup& group : plan.reported) {
        columns.push_back(
            {fmt::format("{}{:03}", prefix, columns.size()), group.title, group.description, group.participants});
    }
    return columns;
}

void write_columns(JsonWriter& out, std::string_view key, const std::vector<Column>& columns) {
    objects(out, key, columns, [&](const Column& column) {
        out.member("id", column.id);
        out.member("title", column.title);
        text(out, "description", column.description);
    });
}

void write_denominator(JsonWriter& out, std::string_view units, const std::vector<Column>& columns) {
    element(out, [&] {
        out.member("units", units);
        objects(out, "counts", columns, [&](const Column& column) {
            out.member("groupId", column.id);
            out.member("value", fmt::format("{}", column.count));
        });
    });
}

void write_classes(JsonWriter& out, const TableForm& form, const std::vector<Column>& columns, Random random) {
    TableMaker(out, form, columns, random).write();
}

} // namespace trialdex::demo
