#include "oracle/value_match.h"

#include <algorithm>

namespace trialdex::oracle {

namespace {

enum class Wording : std::uint8_t { Own, Form }; // a form of several words is matched on the split words only

bool word_fits(const Term& term, const Slot& slot, const Word& word, const TextValue& value, Wording what) {
    if (word.term != *slot.term || (what == Wording::Form && word.joined)) return false;
    if (what == Wording::Form || !term.as_written) return !word.function; // "ands" does not find "and"
    return std::string_view(value.text).substr(word.begin, word.end - word.begin) == slot.written;
}

// Whether the slot's word stands at `place`; joined words stand at the place of their first part.
bool fits_at(const Term& term, const Slot& slot, std::uint32_t place, const TextValue& value, Wording what) {
    if (place >= value.split.places) return false;
    if (!slot.term) return true;
    const auto& words = value.split.words;
    auto word = std::lower_bound(words.begin(), words.end(), place,
                                 [](const Word& left, std::uint32_t right) { return left.place < right; });
    for (; word != words.end() && word->place == place; ++word) {
        if (word_fits(term, slot, *word, value, what)) return true;
    }
    return false;
}

bool covers(const Term& term, std::size_t first, std::size_t last, std::size_t leading, std::size_t trailing,
            const TextValue& value) {
    if (term.coverage == Coverage::Contains) return true;
    if (first < leading || last + trailing >= value.split.places)
        return false; // its outer function words have no place
    const bool starts = first == leading;
    const bool ends = last + trailing + 1 == value.split.places;
    switch (term.coverage) {
    case Coverage::Contains: return true;
    case Coverage::StartsWith: return starts;
    case Coverage::EndsWith: return ends;
    case Coverage::FullMatch: return starts && ends;
    }
    return false;
}

bool phrase_stands(const Term& term, const Slots& slots, std::size_t leading, std::size_t trailing,
                   const TextValue& value, Wording what) {
    for (const Word& start : value.split.words) {
        if (!word_fits(term, slots.front(), start, value, what)) continue;
        if (!covers(term, start.place, start.place + slots.size() - 1, leading, trailing, value)) continue;
        std::uint32_t place = start.place;
        if (std::all_of(slots.begin(), slots.end(),
                        [&](const Slot& slot) { return fits_at(term, slot, place++, value, what); })) {
            return true;
        }
    }
    return false;
}

bool word_anywhere(const Slot& slot, const TextValue& value) {
    if (!slot.term) return true; // a function word is passed over
    return std::any_of(value.split.words.begin(), value.split.words.end(),
                       [&](const Word& word) { return word.term == *slot.term && !word.function; });
}

bool unit_stands(const Term& term, const Unit& unit, const TextValue& value) {
    const bool own = term.adjacent ? phrase_stands(term, unit.own, unit.leading, unit.trailing, value, Wording::Own)
                                   : std::all_of(unit.own.begin(), unit.own.end(),
                                                 [&](const Slot& slot) { return word_anywhere(slot, value); });
    if (own) return true;
    return std::any_of(unit.forms.begin(), unit.forms.end(), [&](const Slots& form) {
        return phrase_stands(term, form, 0, 0, value, form.size() == 1 ? Wording::Own : Wording::Form);
    });
}

std::size_t units_needed(const Term& term, const Variant& variant) {
    const std::size_t units = variant.units.size();
    return term.half ? (units + 1) / 2 : units;
}

bool study_has(const Slots& slots, const Study& study) {
    return std::all_of(slots.begin(), slots.end(),
                       [&](const Slot& slot) { return !slot.term || study.has_term(*slot.term); });
}

// Whether enough units pass `test`.
template <class Test> bool enough(const Term& term, const Variant& variant, Test&& test) {
    if (variant.units.empty()) return false;
    const auto passed = std::count_if(variant.units.begin(), variant.units.end(), test);
    return static_cast<std::size_t>(passed) >= units_needed(term, variant);
}

} // namespace

bool stands_in(const Term& term, const std::vector<Variant>& variants, const TextValue& value) {
    return std::any_of(variants.begin(), variants.end(), [&](const Variant& variant) {
        return enough(term, variant, [&](const Unit& unit) { return unit_stands(term, unit, value); });
    });
}

bool may_stand_in(const Term& term, const std::vector<Variant>& variants, const Study& study) {
    return std::any_of(variants.begin(), variants.end(), [&](const Variant& variant) {
        return enough(term, variant, [&](const Unit& unit) {
            return study_has(unit.own, study) || std::any_of(unit.forms.begin(), unit.forms.end(),
                                                             [&](const Slots& form) { return study_has(form, study); });
        });
    });
}

} // namespace trialdex::oracle
