#include "study/criteria/side_heading.h"

#include "study/criteria/heading_tokens.h"
#include "study/criteria/heading_words.h"

namespace trialdex::study {

namespace {

constexpr std::size_t kMaxWordsBefore =
    12; // "Cohort A (2L Gastric, Gastro-esophageal-junction [GEJ], …) Specific Inclusion"
constexpr std::size_t kMaxWordsBehind = 18;
constexpr std::size_t kMaxShortWords = 12; // of a heading without a colon
constexpr std::size_t kMaxLeadWords = 45;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

using Tokens = std::vector<HeadingToken>;

bool is_criteria(const HeadingToken& token) {
    return token.text.starts_with("crit") || token.text.starts_with("creter") || token.text.starts_with("citeri");
}

bool is_sign(const Tokens& tokens, std::size_t at, char sign) {
    return at < tokens.size() && !tokens[at].is_word && tokens[at].text[0] == sign;
}

std::optional<CriteriaSide> side_of(const HeadingToken& token) {
    if (is_one_of(kInclusionNames, token.text)) return CriteriaSide::Inclusion;
    if (is_one_of(kExclusionNames, token.text)) return CriteriaSide::Exclusion;
    return std::nullopt;
}

std::size_t words_between(const Tokens& tokens, std::size_t from, std::size_t to) {
    std::size_t words = 0;
    for (std::size_t i = from; i < to; ++i) words += tokens[i].is_word ? 1 : 0;
    return words;
}

template <std::size_t N>
bool holds_any(const Tokens& tokens, std::size_t from, std::size_t to, const std::string_view (&words)[N]) {
    for (std::size_t i = from; i < to; ++i) {
        if (tokens[i].is_word && is_one_of(words, tokens[i].text)) return true;
    }
    return false;
}

// The name of a side in a line, with what stands around it.
struct Name {
    std::size_t first = 0;  // token; with its "non"
    std::size_t behind = 0; // the token after "criteria"
    CriteriaSide side = CriteriaSide::Unstated;
    bool has_criteria = false;
};

// Turns "non-inclusion" round.
bool is_negated(const Tokens& tokens, std::size_t at) {
    if (at >= 1 && (tokens[at - 1].text == "non" || tokens[at - 1].text == "no")) return true;
    return at >= 2 && is_sign(tokens, at - 1, '-') && tokens[at - 2].text == "non";
}

std::optional<Name> find_name(const Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto side = side_of(tokens[i]);
        if (!side) continue;
        Name name{i, i + 1, *side, false};
        if (is_negated(tokens, i)) {
            if (*side == CriteriaSide::Exclusion) return std::nullopt; // "No exclusion criteria"
            name.side = CriteriaSide::Exclusion;
            name.first = i - (is_sign(tokens, i - 1, '-') ? 2 : 1);
        }
        if (name.behind < tokens.size() && is_criteria(tokens[name.behind])) {
            name.has_criteria = true;
            ++name.behind;
        }
        return name;
    }
    return std::nullopt;
}

// Whether what stands before the name can be part of a heading: "2.", "III.6", "Key", "Donor", "Part A and Part B".
bool may_precede(const Tokens& tokens, const Name& name) {
    if (words_between(tokens, 0, name.first) > kMaxWordsBefore) return false;
    const bool is_list_of = name.first == 2 && tokens[0].text == "list" && tokens[1].text == "of";
    if (!is_list_of && holds_any(tokens, 0, name.first, kNotBeforeName)) return false;
    for (std::size_t i = 0; i < name.first; ++i) {
        if (tokens[i].text == "?" || tokens[i].text == ";") return false;
        const bool ends_number = i > 0 && tokens[i - 1].text.size() <= 4;
        if (is_sign(tokens, i, '.') && !ends_number) return false;
    }
    return true;
}

// Both sides in one heading: "Inclusion/Exclusion", "Eligibility and exclusion criteria".
bool names_both(const Tokens& tokens, const Name& name, std::size_t heading_end) {
    for (std::size_t i = 0; i < heading_end; ++i) {
        if (tokens[i].text == "eligibility" && i != name.first) return true;
        const auto side = side_of(tokens[i]);
        if (!side) continue;
        const CriteriaSide meant = is_negated(tokens, i) ? CriteriaSide::Exclusion : *side;
        if (meant != name.side) return true;
    }
    return false;
}

// One reading of a line whose name of a side has been found.
class HeadingReader {
public:
    HeadingReader(const Tokens& tokens, const Name& name, std::size_t line_size, bool is_listed)
        : tokens_(tokens), name_(name), line_size_(line_size), is_listed_(is_listed),
          is_first_(words_between(tokens, 0, name.first) == 0) {}

    SideNaming read() const {
        if (const std::size_t end = heading_end(); end != kNone) {
            const bool both = names_both(tokens_, name_, end);
            return {Naming::Heading, both ? CriteriaSide::Unstated : name_.side,
                    end == tokens_.size() ? line_size_ : tokens_[end - 1].end};
        }
        // "Inclusion criteria were met by …" says something about a side, and not that it stands there.
        // "Inclusion of women and minorities" is about neither; "* Exclusion: prior stroke" about its own item.
        const bool is_of = !name_.has_criteria && name_.behind < tokens_.size() && tokens_[name_.behind].text == "of";
        const bool is_own = is_listed_ && is_sign(tokens_, name_.behind, ':');
        const bool is_doubtful = is_first_ && (is_listed_ ? is_own : is_of || ends_with_colon());
        return {is_doubtful ? Naming::Doubt : Naming::Nothing, name_.side};
    }

private:
    bool ends_with_colon() const { return !tokens_.empty() && tokens_.back().text == ":"; }

    // The token behind the heading, or kNone when the line has none.
    std::size_t heading_end() const {
        const std::size_t behind = name_.behind;
        if (is_rest_signs(behind)) return is_bare_heading() ? tokens_.size() : kNone;
        if (is_sign(tokens_, behind, ':')) return is_named_well() ? behind + 1 : kNone;
        if (is_sign(tokens_, behind, '.') && name_.has_criteria && (is_first_ || !is_listed_)) return behind + 1;
        const std::size_t colon = find_colon(behind);
        if (colon != kNone && has_clean_words(behind, colon)) {
            return is_listed_ && !(is_first_ && name_.has_criteria) ? kNone : colon + 1;
        }
        if (is_listed_ && !is_first_) return kNone;
        return without_colon(behind);
    }

    // Nothing but signs to the end: the whole line is "Inclusion criteria", "Exclusion Criteria:-".
    bool is_rest_signs(std::size_t from) const { return words_between(tokens_, from, tokens_.size()) == 0; }

    bool is_bare_heading() const {
        if (ends_with_colon()) return is_first_ || !is_listed_ || name_.has_criteria;
        if (is_first_) return true;
        return !is_listed_ && words_between(tokens_, 0, name_.first) <= (name_.has_criteria ? kMaxWordsBefore : 2);
    }

    // "Exclusion: prior stroke" as an item among the inclusions may be about this item only.
    bool is_named_well() const { return name_.has_criteria ? is_first_ || !is_listed_ : !is_listed_; }

    std::size_t find_colon(std::size_t from) const {
        std::size_t words = 0;
        for (std::size_t i = from; i < tokens_.size() && words <= kMaxWordsBehind; ++i) {
            if (is_sign(tokens_, i, ':')) return i;
            if (is_sign(tokens_, i, '.') || is_sign(tokens_, i, '?')) return kNone; // a sentence ends
            words += tokens_[i].is_word ? 1 : 0;
        }
        return kNone;
    }

    bool has_clean_words(std::size_t from, std::size_t to) const {
        if (!name_.has_criteria && from < to && (tokens_[from].text == "of" || holds_any(tokens_, from, to, kVerbs)))
            return false;
        return !holds_any(tokens_, from, to, kReservations);
    }

    std::size_t without_colon(std::size_t behind) const {
        if (!name_.has_criteria) return kNone;
        const bool has_verb = holds_any(tokens_, behind, tokens_.size(), kVerbs);
        const std::size_t words = words_between(tokens_, 0, tokens_.size());
        const bool is_short = words <= kMaxShortWords && !has_verb && line_ends_here();
        if (is_short && (is_sign(tokens_, behind, '(') || is_sign(tokens_, behind, '-') || is_scope(behind)))
            return is_none(behind) ? behind + 1 : tokens_.size();
        if (is_sign(tokens_, behind, '-') || is_sign(tokens_, behind, ',')) {
            return !is_listed_ && is_sign(tokens_, behind, '-') ? behind + 1 : kNone;
        }
        // "Exclusion Criteria Incomplete coronary revascularization."
        const bool begins_text =
            is_first_ && tokens_[behind].is_word &&
            (tokens_[behind].is_capital || (tokens_[behind].text[0] >= '0' && tokens_[behind].text[0] <= '9'));
        return begins_text && !is_listed_ ? behind : kNone;
    }

    bool line_ends_here() const { return tokens_.empty() || tokens_.back().text != "."; }

    bool is_none(std::size_t from) const {
        return words_between(tokens_, from, tokens_.size()) == 1 && tokens_.back().text == "none";
    }

    bool is_scope(std::size_t behind) const {
        return tokens_[behind].is_word &&
               (is_one_of(kScopes, tokens_[behind].text) || holds_any(tokens_, behind, tokens_.size(), kDivisions));
    }

    const Tokens& tokens_;
    const Name& name_;
    std::size_t line_size_;
    bool is_listed_;
    bool is_first_; // no word stands before the name
};

std::string spaced(const Tokens& tokens) {
    std::string line = " ";
    for (const HeadingToken& token : tokens) {
        if (token.is_word) line += token.text + ' ';
    }
    return line;
}

template <std::size_t N> bool has_phrase(std::string_view spaced_line, const std::string_view (&phrases)[N]) {
    return std::any_of(std::begin(phrases), std::end(phrases),
                       [&](std::string_view phrase) { return spaced_line.find(phrase) != std::string_view::npos; });
}

// A sentence about everybody who might join: "Subjects who …", "To be eligible, participants …", not "Patients with
// diabetes …".
bool is_about_everybody(const Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].is_word) continue;
        if (!is_one_of(kPeople, tokens[i].text)) {
            if (is_one_of(kBeforePeople, tokens[i].text)) continue;
            return false;
        }
        std::size_t next = i + 1;
        while (next < tokens.size() && (!tokens[next].is_word || tokens[next].text == "s")) ++next;
        if (next >= tokens.size()) return false;
        if (is_one_of(kPeople, tokens[next].text)) continue;
        if (tokens[next].text != "with") return true;
        return next + 1 < tokens.size() &&
               (tokens[next + 1].text == "any" || tokens[next + 1].text == "one" || tokens[next + 1].text == "the");
    }
    return false;
}

bool leads_in(const Tokens& tokens) {
    if (tokens.empty()) return false;
    if (tokens.back().text == ":" || (tokens.back().text == "-" && tokens.size() > 6)) return true;
    const std::string& last = tokens.back().text;
    return last == "following" || last == "they" || last == "if";
}

SideNaming read_sentence(const Tokens& tokens, std::size_t line_size) {
    if (!leads_in(tokens) || words_between(tokens, 0, tokens.size()) > kMaxLeadWords) return {};
    const std::string line = spaced(tokens);
    const bool keeps_out = has_phrase(line, kKeepsOut);
    const bool lets_in = !keeps_out && has_phrase(line, kLetsIn);
    const bool hedges = line.find(" unless ") != line.npos || line.find(" except ") != line.npos ||
                        line.find(" not excluded ") != line.npos || line.find(" exceptions ") != line.npos;
    if (keeps_out || lets_in) {
        const CriteriaSide side = keeps_out ? CriteriaSide::Exclusion : CriteriaSide::Inclusion;
        if (hedges) return {Naming::Doubt, side};
        // "To be eligible, patients must not have:"; "Patients not eligible for surgery may be included if:" reads
        // alike.
        if (lets_in && line.find(" not ") != line.npos) return {Naming::Hint, CriteriaSide::Exclusion, line_size};
        return {is_about_everybody(tokens) ? Naming::Sentence : Naming::Hint, side, line_size};
    }
    if (!is_about_everybody(tokens) || hedges) return {};
    if (has_phrase(line, kForbids)) return {Naming::Hint, CriteriaSide::Exclusion, line_size};
    if (has_phrase(line, kRequires)) return {Naming::Hint, CriteriaSide::Inclusion, line_size};
    return {};
}

// "Eligibility criteria:", "Withdrawal criteria": neither side, from here on.
bool names_neither(const Tokens& tokens) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (!is_one_of(kOtherCriteria, tokens[i].text) || !is_criteria(tokens[i + 1])) continue;
        const std::size_t words = words_between(tokens, 0, tokens.size());
        return (tokens.back().text == ":" || is_criteria(tokens.back())) && words <= kMaxShortWords &&
               !holds_any(tokens, 0, i, kNotBeforeName);
    }
    return false;
}

// Whether the beginning of an item can hold the name of a side. Most lines are items without one: to pass them over
// takes the reading of a median text from 62 to 37 microseconds.
bool may_hold_name(std::string_view words) {
    words = words.substr(0, kMaxHeadingBytes);
    for (std::size_t at = 1; at + 2 < words.size(); ++at) {
        const auto small = [&](std::size_t i) { return static_cast<char>(words[i] | 0x20); };
        if (small(at) == 'x' && (small(at + 1) == 'c' || small(at + 1) == 'l')) return true; // "exclu…", "exlu…"
        if (small(at) == 'i' && (small(at - 1) == 's' || small(at + 1) == 'g')) return true; // "…sion", "inelig…"
    }
    return false;
}

} // namespace

SideNaming name_side(std::string_view words, bool is_listed) {
    if (is_listed && !may_hold_name(words)) return {};
    const Tokens tokens = heading_tokens(words);
    if (const auto name = find_name(tokens); name && may_precede(tokens, *name)) {
        const SideNaming heading = HeadingReader(tokens, *name, words.size(), is_listed).read();
        if (heading.naming != Naming::Nothing) return heading;
    }
    if (is_listed || words.size() > kMaxHeadingBytes) return {};
    if (names_neither(tokens)) return {Naming::Heading, CriteriaSide::Unstated, words.size()};
    return read_sentence(tokens, words.size());
}

bool is_remark(std::string_view words) {
    const Tokens tokens = heading_tokens(words);
    const std::string line = spaced(tokens);
    const bool both = line.find(" inclusion ") != line.npos && line.find(" exclusion ") != line.npos;
    const bool applies = !tokens.empty() && is_one_of(kRemarkStarts, tokens.front().text) && has_phrase(line, kApplies);
    return (both && applies) || has_phrase(line, kRemarks) || line.starts_with(" other criteria ");
}

bool takes_off(std::string_view words) {
    const std::string line = spaced(heading_tokens(words));
    return has_phrase(line, kTakesOff) && line.find(" not eligible ") == line.npos;
}

Division read_division(std::string_view words) {
    const Tokens tokens = heading_tokens(words);
    Division division;
    if (tokens.empty() || words.size() > kMaxHeadingBytes) return division;
    division.has_colon = tokens.back().text == ":";
    const std::size_t count = words_between(tokens, 0, tokens.size());
    division.is_short = count > 0 && count <= kMaxShortWords && tokens.back().text != "." &&
                        tokens.back().text != ";" &&
                        (division.has_colon ||
                         (count <= 8 && tokens.front().is_capital && !holds_any(tokens, 0, tokens.size(), kVerbs)));
    division.divides = division.is_short && holds_any(tokens, 0, tokens.size(), kDivisions);
    division.new_conditions = division.divides && holds_any(tokens, 0, tokens.size(), kConditions);
    division.other_people = division.is_short && count <= 8 && holds_any(tokens, 0, tokens.size(), kOtherPeople);
    return division;
}

} // namespace trialdex::study
