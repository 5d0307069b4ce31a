#include "search/facets/facet_bits.h"

#include "index/build/side_tables.h"
#include "search/language/parse.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <numeric>

namespace trialdex::search {

using index::Bits;
using schema::FacetKind;

namespace {

constexpr std::uint16_t kMaxYear = 2200; // later is a slip of the pen

// Below one study in so many, counting one by one beats going through the bits of every choice; above one in so many,
// going through the bits of the commonest values beats looking up those of every study.
constexpr std::size_t kFewStudies = 200;
constexpr std::size_t kManyStudies = 32;

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

// Values in fewer studies are not worth the bits: walking the studies is as quick.
constexpr std::size_t kCommonValues = 64;
constexpr std::uint32_t kCommonShare = 200;

std::vector<FacetBits::CommonValue> values_with_bits(std::uint16_t column, const index::ValueTable& table,
                                                     std::uint32_t& most_of_others) {
    std::vector<std::uint32_t> studies(table.size(column));
    for (std::uint32_t study = 0; study < table.studies(); ++study) {
        for (const std::uint32_t ordinal : table.ordinals(column, study)) ++studies[ordinal];
    }
    std::vector<std::uint32_t> order(studies.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t looked_at = std::min(order.size(), kCommonValues + 1);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(looked_at), order.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return studies[a] > studies[b]; });
    std::vector<FacetBits::CommonValue> common;
    std::vector<std::size_t> positions(studies.size(), kCommonValues);
    for (std::size_t i = 0; i < looked_at; ++i) {
        most_of_others = studies[order[i]];
        if (i == kCommonValues || studies[order[i]] <= table.studies() / kCommonShare) break;
        positions[order[i]] = i;
        common.push_back({order[i], studies[order[i]], Bits(table.studies())});
        most_of_others = 0; // as long as there is no other
    }
    for (std::uint32_t study = 0; !common.empty() && study < table.studies(); ++study) {
        for (const std::uint32_t ordinal : table.ordinals(column, study)) {
            if (positions[ordinal] < common.size()) common[positions[ordinal]].bits.set(study);
        }
    }
    return common;
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
        const auto column = facet.kind == FacetKind::Values ? index::value_column(facet.piece) : std::nullopt;
        most_of_others_.push_back(0);
        values_.push_back(column ? values_with_bits(*column, source.segment.values, most_of_others_.back())
                                 : std::vector<CommonValue>());
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

// Counts the commonest values by their bits, until what is left cannot be among those listed: a value that is in n
// studies of the segment is in no more of the result. False when that does not tell.
bool FacetCounter::count_common(const FacetBits& bits, const Bits& studies, std::uint64_t elsewhere,
                                std::vector<std::uint32_t>& counts) const {
    if (choice_) return false;
    std::vector<std::uint32_t> best; // a heap, the smallest on top
    const auto listed_without = [&](std::uint32_t most) {
        return most_values_ > 0 && best.size() >= most_values_ && best.front() > most + elsewhere;
    };
    for (const FacetBits::CommonValue& value : bits.common_values(facet_)) {
        if (listed_without(value.studies)) return true;
        const auto count = static_cast<std::uint32_t>(count_and(value.bits, studies));
        counts[value.ordinal] = count;
        best.push_back(count);
        std::push_heap(best.begin(), best.end(), std::greater<>());
        if (best.size() <= most_values_) continue;
        std::pop_heap(best.begin(), best.end(), std::greater<>());
        best.pop_back();
    }
    return listed_without(bits.most_of_others(facet_));
}

void FacetCounter::add(const FacetBits& bits, const index::Segment& segment, const Bits& studies, const StudyList* list,
                       std::uint64_t elsewhere) {
    const bool few = list && list->size() < segment.studies() / kFewStudies;
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
            if (few)
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
        const bool many = !list || list->size() > segment.studies() / kManyStudies;
        if (many && count_common(bits, studies, elsewhere, counts)) {
            values_.push_back({&segment, std::move(counts)});
            break;
        }
        std::fill(counts.begin(), counts.end(), 0);
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
