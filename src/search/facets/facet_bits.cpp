#include "search/facets/facet_bits.h"

#include "index/build/side_tables.h"
#include "search/language/parse.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace trialdex::search {

using index::Bits;
using schema::FacetKind;

namespace {

constexpr std::uint16_t kMaxYear = 2200; // later is a slip of the pen

std::uint16_t year_of(std::int64_t day) {
    const auto clamped = static_cast<std::chrono::days::rep>(std::clamp<std::int64_t>(day, -1'000'000, 1'000'000));
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{clamped}}};
    const int year = static_cast<int>(date.year());
    return year < 1 || year > kMaxYear ? std::uint16_t{0} : static_cast<std::uint16_t>(year);
}

Bits bits_of(std::string_view expression, const TermSource& source, const store::Reader& store) {
    const auto parsed = parse(expression, {find_area("BasicSearch"), nullptr});
    Bits none(source.segment.studies());
    if (!parsed) return none;
    Plans plans(source.snapshot.synonyms, false);
    const auto found = Evaluator(source, plans, store).evaluate(*parsed, nullptr, false);
    return found ? to_bits(*found, source.segment.studies()) : none;
}

std::vector<std::uint16_t> years_of(std::string_view piece, const index::Segment& segment) {
    const schema::Node* node = schema::find_piece(piece);
    const auto* column = node ? segment.columns.find(node->id) : nullptr;
    std::vector<std::uint16_t> years(segment.studies());
    for (std::uint32_t study = 0; column && study < years.size(); ++study) {
        if (const auto day = column->value(study)) years[study] = year_of(*day);
    }
    return years;
}

} // namespace

FacetBits::FacetBits(const TermSource& source, const store::Reader& store) {
    for (const schema::Facet& facet : schema::facets()) {
        auto& choices = choices_.emplace_back();
        for (const schema::FacetChoice& choice : facet.choices)
            choices.push_back(bits_of(choice.expression, source, store));
        years_.push_back(facet.kind == FacetKind::Years ? years_of(facet.piece, source.segment)
                                                        : std::vector<std::uint16_t>());
    }
}

Bits chosen(const Choice& choice, const FacetBits& bits, const index::Segment& segment, const Bits& among) {
    Bits found(segment.studies());
    const schema::Facet* facet = schema::find_facet(choice.facet);
    if (!facet) return found;
    const auto number = static_cast<std::size_t>(facet - schema::facets().data());
    const auto column = index::value_column(facet->piece);
    for (const std::string& key : choice.keys) {
        for (std::size_t i = 0; i < facet->choices.size(); ++i) {
            if (facet->choices[i].key == key) found |= bits.choice(number, i);
        }
        if (facet->kind == FacetKind::Years) {
            std::uint16_t year = 0;
            std::from_chars(key.data(), key.data() + key.size(), year);
            if (year == 0) continue;
            among.for_each([&](std::uint32_t study) {
                if (bits.year(number, study) == year) found.set(study);
            });
        }
        if (facet->kind == FacetKind::Values && column) {
            const std::uint32_t ordinal = segment.values.find(*column, key);
            if (ordinal == segment.values.size(*column)) continue;
            among.for_each([&](std::uint32_t study) {
                const auto ordinals = segment.values.ordinals(*column, study);
                if (std::find(ordinals.begin(), ordinals.end(), ordinal) != ordinals.end()) found.set(study);
            });
        }
    }
    found &= among;
    return found;
}

FacetCounter::FacetCounter(std::size_t facet, const Choice* choice, std::uint32_t most_values)
    : facet_(facet), choice_(choice), most_values_(most_values) {
    const schema::Facet& described = schema::facets()[facet];
    fixed_.resize(described.kind == FacetKind::Years ? kMaxYear + 1u : described.choices.size());
}

void FacetCounter::add(const FacetBits& bits, const index::Segment& segment, const Bits& studies,
                       const std::vector<std::uint32_t>* list) {
    const auto for_each = [&](auto&& visit) {
        if (list)
            std::for_each(list->begin(), list->end(), visit);
        else
            studies.for_each(visit);
    };
    const schema::Facet& facet = schema::facets()[facet_];
    switch (facet.kind) {
    case FacetKind::Choices:
        for (std::size_t i = 0; i < facet.choices.size(); ++i) {
            const Bits& choice = bits.choice(facet_, i);
            if (list)
                for_each([&](std::uint32_t study) { fixed_[i] += choice.test(study) ? 1 : 0; });
            else
                fixed_[i] += count_and(choice, studies);
        }
        break;
    case FacetKind::Years: for_each([&](std::uint32_t study) { ++fixed_[bits.year(facet_, study)]; }); break;
    case FacetKind::Values: {
        const auto column = index::value_column(facet.piece);
        if (!column) break;
        std::vector<std::uint32_t> counts(segment.values.size(*column));
        for_each([&](std::uint32_t study) {
            for (const std::uint32_t ordinal : segment.values.ordinals(*column, study)) {
                if (ordinal < counts.size()) ++counts[ordinal];
            }
        });
        values_.push_back({&segment, std::move(counts)});
        break;
    }
    }
}

// The values that can be among the most frequent: all that stand in a smaller segment or are chosen, and as many of the
// largest segment as the list is long, beside those. A column has 100,000 texts; only these are looked at.
void FacetCounter::add_values(std::uint16_t column, FacetCounts& counts) const {
    if (values_.empty()) return;
    const auto main = std::max_element(values_.begin(), values_.end(), [](const Counted& a, const Counted& b) {
        return a.counts.size() < b.counts.size();
    });
    std::map<std::string, std::uint64_t> sums;
    for (auto part = values_.begin(); part != values_.end(); ++part) {
        if (part == main) continue;
        for (std::uint32_t ordinal = 0; ordinal < part->counts.size(); ++ordinal) {
            if (part->counts[ordinal] > 0)
                sums[std::string(part->segment->values.text(column, ordinal))] += part->counts[ordinal];
        }
    }
    if (choice_) {
        for (const std::string& key : choice_->keys) sums.try_emplace(key, 0);
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t ordinal = 0; ordinal < main->counts.size(); ++ordinal) {
        if (main->counts[ordinal] > 0) order.push_back(ordinal);
    }
    const std::size_t wanted = std::min(order.size(), most_values_ + sums.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(wanted), order.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          return main->counts[a] != main->counts[b] ? main->counts[a] > main->counts[b] : a < b;
                      });
    for (std::size_t i = 0; i < wanted; ++i)
        sums.try_emplace(std::string(main->segment->values.text(column, order[i])), 0);
    for (auto& [text, count] : sums) {
        const std::uint32_t ordinal = main->segment->values.find(column, text);
        if (ordinal < main->counts.size()) count += main->counts[ordinal];
        const bool chosen =
            choice_ && std::find(choice_->keys.begin(), choice_->keys.end(), text) != choice_->keys.end();
        if (count > 0) counts.values.push_back({text, text, count, chosen});
    }
}

FacetCounts FacetCounter::finish() {
    const schema::Facet& facet = schema::facets()[facet_];
    FacetCounts counts;
    counts.id = facet.id;
    const auto is_chosen = [this](const std::string& key) {
        return choice_ && std::find(choice_->keys.begin(), choice_->keys.end(), key) != choice_->keys.end();
    };
    if (facet.kind == FacetKind::Choices) {
        for (std::size_t i = 0; i < facet.choices.size(); ++i) {
            const auto& choice = facet.choices[i];
            const std::string key(choice.key);
            counts.values.push_back({key, std::string(choice.label), fixed_[i], is_chosen(key)});
        }
        return counts;
    }
    for (std::size_t year = fixed_.size(); facet.kind == FacetKind::Years && year-- > 1;) {
        const std::string key = std::to_string(year);
        if (fixed_[year] > 0 || is_chosen(key)) counts.values.push_back({key, key, fixed_[year], is_chosen(key)});
    }
    if (const auto column = index::value_column(facet.piece); column && facet.kind == FacetKind::Values)
        add_values(*column, counts);
    for (std::size_t i = 0; facet.kind == FacetKind::Values && choice_ && i < choice_->keys.size(); ++i) {
        const std::string& key = choice_->keys[i];
        const bool listed = std::any_of(counts.values.begin(), counts.values.end(),
                                        [&](const FacetValue& value) { return value.key == key; });
        if (!listed) counts.values.push_back({key, key, 0, true});
    }
    std::stable_sort(counts.values.begin(), counts.values.end(),
                     [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    std::size_t listed = 0;
    std::erase_if(counts.values, [&](const FacetValue& value) { return listed++ >= most_values_ && !value.chosen; });
    return counts;
}

} // namespace trialdex::search
